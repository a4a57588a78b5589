// Stores entries until their other half arrives: the entries of one request arrive in any order.

export interface PendingQueue<T> {
  add(item: T): void;
  /** Removes and returns the first that matches, `undefined` if none does. */
  take(predicate: (item: T) => boolean): T | undefined;
  some(predicate: (item: T) => boolean): boolean;
  clear(): void;
}

/** Beyond `maxItems`, the oldest are dropped. */
export function createPendingQueue<T>(maxItems: number): PendingQueue<T> {
  let items: readonly T[] = [];
  return {
    add(item) {
      items = [...items.slice(1 - maxItems), item];
    },
    take(predicate) {
      const found = items.find(predicate);
      if (found !== undefined) items = items.filter((each) => each !== found);
      return found;
    },
    some: (predicate) => items.some(predicate),
    clear() {
      items = [];
    },
  };
}
