// Observes calls of a method without replacing what it does.

type Method = (this: unknown, ...args: unknown[]) => unknown;

/**
 * Gives `target`, an object or a prototype, a method of its own that `wrap` makes from the one it had. That one is looked up at each call, so
 * that what others inherit to it later counts as well. No property that can be listed is added.
 */
export function overrideMethod(target: object, name: string, wrap: (original: Method) => Method): void {
  const own = Object.getOwnPropertyDescriptor(target, name)?.value as Method | undefined;
  const original: Method = function (...args) {
    const method = own ?? (Object.getPrototypeOf(target) as Record<string, Method>)[name];
    return Reflect.apply(method as Method, this, args);
  };
  Object.defineProperty(target, name, {
    value: wrap(original),
    enumerable: false,
    configurable: true,
    writable: true,
  });
}
