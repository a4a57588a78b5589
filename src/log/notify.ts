// Tells listeners, such that one that throws keeps nothing from the others, nor stops whoever tells.

/** What a listener throws is said in the console. */
export function tellAll<Told extends readonly unknown[]>(
  listeners: Iterable<(...told: Told) => void>,
  ...told: Told
): void {
  for (const listener of listeners) {
    try {
      listener(...told);
    } catch (error) {
      console.error(error);
    }
  }
}
