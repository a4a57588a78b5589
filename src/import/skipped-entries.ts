// Counts the entries that an import leaves out, by kind.

import { tokenPath } from '../catalogue/api-address.ts';
import type { SkippedEntries } from '../core/model/importer.ts';

export interface SkippedCounter {
  add(url: string | undefined): void;
  /** Undoes an `add`. */
  remove(url: string | undefined): void;
  /** `importedUrls` are the URLs of the entries that were imported. */
  count(importedUrls: Iterable<string>): SkippedEntries;
}

export function createSkippedCounter(): SkippedCounter {
  let tokenRequests = 0;
  let ofXero = 0;
  const byHost = new Map<string, number>();
  let others = 0;
  const change = (url: string | undefined, by: 1 | -1) => {
    const [, host = '', path = ''] = urlParts.exec(url ?? '') ?? [];
    const key = host.toLowerCase();
    if (path.toLowerCase().endsWith(tokenPath)) tokenRequests += by;
    else if (xeroHost.test(key)) ofXero += by;
    else if (byHost.has(key) || byHost.size < MAX_HOSTS) byHost.set(key, (byHost.get(key) ?? 0) + by);
    else others += by;
  };
  return {
    add: (url) => change(url, 1),
    remove: (url) => change(url, -1),
    count(importedUrls) {
      const hosts = new Set(Array.from(importedUrls, (url) => urlParts.exec(url)?.[1]?.toLowerCase()));
      let sameHosts = 0;
      let otherHosts = others;
      for (const [host, count] of byHost) {
        if (hosts.has(host)) sameHosts += count;
        else otherHosts += count;
      }
      return { tokenRequests, ofXero, sameHosts, otherHosts };
    },
  };
}

/** Browsers' files contain requests to a few hundred. */
const MAX_HOSTS = 2_000;
const urlParts = /^[a-z][\w+.-]{0,20}:\/\/([^/?#]{0,300})([^?#]{0,300})/i;
const xeroHost = /^(?:[\w-]{1,60}\.){0,3}xero\.com(?::\d{1,5})?$/;
