// A request's path and query, whole and in the pieces that a narrow column shows.

import type { Exchange } from '../../core/model/exchange.ts';
import { stripQuery } from '../../core/text/url.ts';
import { truncate } from './format.ts';

export interface ShortPath {
  /** Gives way first. Empty for a short path. */
  readonly head: string;
  /** The last segment, with the one before it if it is an id. */
  readonly end: string;
  /** With its question mark; empty if there is none. `page` is first, because it distinguishes the rows of one list. */
  readonly query: string;
}

const UUID = /\b([\da-f]{4})[\da-f]{4}-(?:[\da-f]{4}-){3}[\da-f]{8}([\da-f]{4})\b/gi;
const MAX_END_CHARS = 40;
/** Longer texts are cut, because no column shows more. */
const MAX_CHARS = 200;

/** Relative to the API root, or else the URL without host; without query. */
export function requestPath({ match, request }: Exchange): string {
  return match.path ?? stripQuery(request.url).replace(/^https?:\/\/[^/]*/, '');
}

/** With its question mark; empty if there is none. */
export function requestQuery({ request: { url } }: Exchange): string {
  return /^[^?#]*(\?[^#]+)/.exec(url)?.[1] ?? '';
}

export function pathAndQuery(exchange: Exchange): string {
  return requestPath(exchange) + requestQuery(exchange);
}

/** Ids are shortened to their start and end, and those in the head to their start: `/Projects/2545…/Tasks/c5bf…2d3c`. */
export function shortPath(exchange: Exchange): ShortPath {
  const path = shorten(requestPath(exchange));
  const end = /(?:\/[^/…]{1,40})?\/[\da-f]{4}…[\da-f]{4}$|\/[^/]*$/i.exec(path)?.[0] ?? '';
  const isShort = end.length <= MAX_END_CHARS;
  return {
    // Where the head is cut off, one ellipsis is enough.
    head: isShort ? path.slice(0, path.length - end.length).replace(/…[\da-f]{4}(?=\/|$)/gi, '…') : path,
    end: isShort ? end : '',
    query: shorten(pageFirst(requestQuery(exchange))),
  };
}

function pageFirst(query: string): string {
  const [page] = /[?&]page=[^&]*/i.exec(query) ?? [];
  return page?.startsWith('&') ? `?${page.slice(1)}&${query.replace(page, '').slice(1)}` : query;
}

function shorten(text: string): string {
  return truncate(text.replace(UUID, '$1…$2'), MAX_CHARS);
}
