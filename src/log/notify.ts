// Calls listeners so that an error in one affects neither the others nor the caller.

/** Errors are logged to the console. */
export function notifyAll<Args extends readonly unknown[]>(
  listeners: Iterable<(...args: Args) => void>,
  ...args: Args
): void {
  for (const listener of listeners) {
    try {
      listener(...args);
    } catch (error) {
      console.error(error);
    }
  }
}
