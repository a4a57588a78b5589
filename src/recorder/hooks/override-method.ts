// Wraps a method to observe its calls.

type Method = (this: unknown, ...args: unknown[]) => unknown;

/**
 * Replaces a method of `target`, an object or a prototype, with what `wrap` returns for it. An inherited original is looked up on each
 * call, so that later changes to the prototype still apply. The new property isn't enumerable.
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
