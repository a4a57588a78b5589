// Builds the URL from which a server's requests are fetched: that of its response with another query, so that it takes the same route.

import { MAX_URL_CHARS } from '../text/url.ts';

export interface FetchAddressOptions {
  readonly key: string;
  readonly cursor: number;
  /** Where the next part of a long entry starts. */
  readonly from?: number | undefined;
  /** Whether the server should wait for the next entry. */
  readonly follow?: boolean;
}

/** `undefined` if the response didn't come over HTTP. */
export function fetchAddress(responseUrl: string, options: FetchAddressOptions): string | undefined {
  const { key, cursor, from, follow = false } = options;
  if (responseUrl.length > MAX_URL_CHARS || !/^https?:/i.test(responseUrl)) return undefined;
  if (!URL.canParse(responseUrl)) return undefined;
  const part = from === undefined ? '' : `&from=${from}`;
  const address = new URL(`?xero-inspector=${key}.${cursor}${part}${follow ? '&follow' : ''}`, responseUrl);
  // A page can't fetch a URL with credentials.
  address.username = '';
  address.password = '';
  return address.href;
}

/** Whether `url` may be that of a fetch from any process. */
export function isFetchAddress(url: string): boolean {
  return url.length <= MAX_URL_CHARS && url.includes('?xero-inspector=');
}
