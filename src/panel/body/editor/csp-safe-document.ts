// Makes CodeMirror's styles pass the extension's content security policy.

/**
 * The document, but for its head. CodeMirror writes its styles as a <style> into a root with a head, which the policy forbids; to a root
 * without one, as of a shadow tree, it gives a constructed style sheet, which the policy allows.
 */
export const cspSafeDocument: Document = new Proxy(document, {
  get(target, name) {
    if (name === 'head') return undefined;
    const value: unknown = Reflect.get(target, name, target);
    return typeof value === 'function' ? value.bind(target) : value;
  },
  set: (target, name, value) => Reflect.set(target, name, value, target),
});
