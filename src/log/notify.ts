// Tells listeners, such that one that throws keeps nothing from the others, nor stops whoever tells.

/** What a listener throws is said in the console. */
export function notifyAll<Told extends readonly unknown[]>(
  listeners: Iterable<(...args: Told) => void>,
  ...args: Told
): void {
  for (const listener of listeners) {
    try {
      listener(...args);
    } catch (error) {
      console.error(error);
    }
  }
}
