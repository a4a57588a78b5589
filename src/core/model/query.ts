// Parses the query of a URL.

import { MAX_URL_CHARS } from '../text/url.ts';

/** More than the ids that fit into a URL. */
const MAX_PARAMETERS = 500;

/** Names and values in order, decoded. Bounded, whatever the URL. */
export function parseQuery(url: string): [string, string][] {
  const at = url.indexOf('?');
  return at === -1
    ? []
    : [...new URLSearchParams(url.slice(at + 1, at + MAX_URL_CHARS).split('#')[0])].slice(0, MAX_PARAMETERS);
}
