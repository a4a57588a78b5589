// Keeps what waits for its other half, for entries of one call come in any order.

export interface PendingQueue<T> {
  add(item: T): void;
  /** The first that is meant, once; `undefined` where none waits. */
  take(predicate: (item: T) => boolean): T | undefined;
  some(predicate: (item: T) => boolean): boolean;
}

/** Of more than `most`, the first are given up. */
export function createPendingQueue<T>(most: number): PendingQueue<T> {
  let items: readonly T[] = [];
  return {
    add(item) {
      items = [...items.slice(1 - most), item];
    },
    take(predicate) {
      const found = items.find(predicate);
      if (found !== undefined) items = items.filter((each) => each !== found);
      return found;
    },
    some: (predicate) => items.some(predicate),
  };
}
