// Knows `GET /connections` behind a proxy: it lies below the same prefix as the calls to the Projects API.

import type { OperationMatch } from '../core/model/operation-match.ts';
import { MAX_UNRELATED_URL_CHARS } from '../core/text/url.ts';
import type { BrowserEntry } from './har-entry.ts';

export interface ConnectionsDetector {
  /** Learns the prefix of a recognised call, and gives the calls that are now known to be `/connections`. */
  addPrefix(url: string): BrowserEntry[];
  /** `undefined`: it is not, as far as is known. Then it is remembered, for apps ask for connections first. */
  recognise(entry: BrowserEntry): OperationMatch | undefined;
  /** Whether it is, as far as is known. It is not remembered. */
  isKnown(entry: BrowserEntry): boolean;
}

/** So many calls that may turn out to be `/connections` are remembered. */
const MAX_PENDING = 10;

const recognition: OperationMatch = { matchedBy: 'path', path: undefined, operation: undefined };

export function createConnectionsDetector(): ConnectionsDetector {
  const prefixes = new Set<string>();
  let waiting: BrowserEntry[] = [];

  return {
    addPrefix(url) {
      const prefix = /^(https?:\/\/[^?#]*?\/)projects\.xro\//i.exec(url)?.[1]?.toLowerCase();
      if (prefix === undefined || prefixes.has(prefix)) return [];
      prefixes.add(prefix);
      const known = waiting.filter((entry) => prefixOf(entry) === prefix);
      waiting = waiting.filter((entry) => !known.includes(entry));
      return known;
    },
    recognise(entry) {
      const prefix = prefixOf(entry);
      if (prefix === undefined) return undefined;
      if (prefixes.has(prefix)) return recognition;
      waiting = [...waiting, entry].slice(-MAX_PENDING);
      return undefined;
    },
    isKnown(entry) {
      const prefix = prefixOf(entry);
      return prefix !== undefined && prefixes.has(prefix);
    },
  };
}

/** What stands before `connections`, in lower case; `undefined` for any other address. */
function prefixOf({ request: { method, url } }: BrowserEntry): string | undefined {
  if (method !== 'GET') return undefined;
  return /^(https?:\/\/[^?#]*?\/)connections\/?(?:[?#]|$)/i
    .exec(url.slice(0, MAX_UNRELATED_URL_CHARS))?.[1]
    ?.toLowerCase();
}
