// Makes CodeMirror's styles comply with the extension's content security policy.

/**
 * The document without its head. CodeMirror adds a <style> element to a root with a head, which the policy forbids; a root without one, such
 * as a shadow root, gets a constructed style sheet, which the policy allows.
 */
export const cspSafeDocument: Document = new Proxy(document, {
  get(target, name) {
    if (name === 'head') return undefined;
    const value: unknown = Reflect.get(target, name, target);
    return typeof value === 'function' ? value.bind(target) : value;
  },
  set: (target, name, value) => Reflect.set(target, name, value, target),
});
