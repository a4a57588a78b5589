// Keeps what waits for its other half, for entries of one call come in any order.

export interface Waiting<T> {
  add(item: T): void;
  /** The first that is meant, once; `undefined` where none waits. */
  take(isMeant: (item: T) => boolean): T | undefined;
  some(isMeant: (item: T) => boolean): boolean;
}

/** Of more than `most`, the first are given up. */
export function createWaiting<T>(most: number): Waiting<T> {
  let items: readonly T[] = [];
  return {
    add(item) {
      items = [...items.slice(1 - most), item];
    },
    take(isMeant) {
      const found = items.find(isMeant);
      if (found !== undefined) items = items.filter((each) => each !== found);
      return found;
    },
    some: (isMeant) => items.some(isMeant),
  };
}
