// Recognises `GET /connections` behind a proxy: it has the same prefix as requests to the Projects API.

import type { OperationMatch } from '../core/model/operation-match.ts';
import { MAX_UNRELATED_URL_CHARS } from '../core/text/url.ts';
import type { BrowserEntry } from './har-entry.ts';

export interface ConnectionsDetector {
  /** Learns the prefix of a recognised request, and returns earlier requests that now turn out to be `/connections`. */
  addPrefix(url: string): BrowserEntry[];
  /** Returns `undefined` if it is not, as far as is known. It is remembered then, because apps request connections first. */
  recognise(entry: BrowserEntry): OperationMatch | undefined;
  /** The same, but without remembering it. */
  isKnown(entry: BrowserEntry): boolean;
}

/** How many requests are remembered that may turn out to be `/connections`. */
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

/** The URL before `connections`, in lower case; `undefined` for any other request. */
function prefixOf({ request: { method, url } }: BrowserEntry): string | undefined {
  if (method !== 'GET') return undefined;
  return /^(https?:\/\/[^?#]*?\/)connections\/?(?:[?#]|$)/i
    .exec(url.slice(0, MAX_UNRELATED_URL_CHARS))?.[1]
    ?.toLowerCase();
}
