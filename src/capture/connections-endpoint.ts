// Recognizes `GET /connections` behind a proxy: it has the same prefix as requests to the Projects API.

import type { OperationMatch } from '../core/model/operation-match.ts';
import { MAX_UNRELATED_URL_CHARS } from '../core/text/url.ts';
import type { BrowserEntry } from './har-entry.ts';

export interface ConnectionsDetector {
  /** Adds the prefix of a matched request, and returns earlier requests that it identifies as `/connections`. */
  addPrefix(url: string): BrowserEntry[];
  /** Returns `undefined` unless the prefix is known. Remembers the request then, because apps request connections first. */
  match(entry: BrowserEntry): OperationMatch | undefined;
  /** Whether `match` would match it. Does not remember the request. */
  isKnown(entry: BrowserEntry): boolean;
  /** Forgets the remembered requests, but not the prefixes. */
  clear(): void;
}

/** Limits the remembered requests that may turn out to be `/connections`. */
const MAX_PENDING = 10;

const connectionsMatch: OperationMatch = { matchedBy: 'path', path: undefined, operation: undefined };

export function createConnectionsDetector(): ConnectionsDetector {
  const prefixes = new Set<string>();
  let pending: BrowserEntry[] = [];

  return {
    addPrefix(url) {
      const prefix = /^(https?:\/\/[^?#]*?\/)projects\.xro\//i
        .exec(url.slice(0, MAX_UNRELATED_URL_CHARS))?.[1]
        ?.toLowerCase();
      if (prefix === undefined || prefixes.has(prefix)) return [];
      prefixes.add(prefix);
      const known = pending.filter((entry) => prefixOf(entry) === prefix);
      pending = pending.filter((entry) => !known.includes(entry));
      return known;
    },
    match(entry) {
      const prefix = prefixOf(entry);
      if (prefix === undefined) return undefined;
      if (prefixes.has(prefix)) return connectionsMatch;
      pending = [...pending, entry].slice(-MAX_PENDING);
      return undefined;
    },
    isKnown(entry) {
      const prefix = prefixOf(entry);
      return prefix !== undefined && prefixes.has(prefix);
    },
    clear() {
      pending = [];
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
