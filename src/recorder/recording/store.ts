// The recorded requests: bounded, numbered in the order in which they ended.

export interface StoredEntry {
  readonly sequence: number;
  /** A HAR entry as JSON. */
  readonly json: Buffer;
}

export interface Store {
  /** `write` returns the entry with the given sequence number as JSON. */
  readonly add: (write: (sequence: number) => string) => StoredEntry;
  readonly after: (cursor: number) => readonly StoredEntry[];
  /** The number of entries after `cursor` that were evicted. */
  readonly evictedAfter: (cursor: number) => number;
  /** The sequence number of the last entry; 0 before the first. */
  readonly last: () => number;
}

const MAX_ENTRIES = 1_000;
const MAX_BYTES = 16_000_000;

export function createStore(maxEntries = MAX_ENTRIES, maxBytes = MAX_BYTES): Store {
  const entries: StoredEntry[] = [];
  let bytes = 0;
  let last = 0;
  return {
    add(write) {
      const entry = { sequence: last + 1, json: Buffer.from(write(last + 1)) };
      last++;
      entries.push(entry);
      bytes += entry.json.length;
      while (entries.length > maxEntries || bytes > maxBytes) bytes -= entries.shift()?.json.length ?? 0;
      return entry;
    },
    after: (cursor) => entries.slice(entries.length - Math.min(entries.length, Math.max(0, last - cursor))),
    evictedAfter: (cursor) => Math.max(0, last - entries.length - cursor),
    last: () => last,
  };
}
