// An exchange as Xero's support needs to see it: at Xero's own URL, without what only the browser and the developer's proxy know.

import { apiAddress, apiHost } from '../../catalogue/api-address.ts';
import { type Exchange, isDirectToXero } from '../model/exchange.ts';
import { isHiddenValue } from '../secrets/redact-header.ts';
import { MAX_URL_CHARS } from '../text/url.ts';

export function forXero(exchange: Exchange): Exchange {
  const { request } = exchange;
  // The API reads none of the headers whose value isn't stored.
  const headers = request.headers.filter(([name, value]) => !BROWSER_HEADERS.test(name) && !isHiddenValue(value));
  return { ...exchange, request: { ...request, url: xeroUrl(exchange), headers } };
}

/** The URL that a proxy most probably forwards the request to. */
export function xeroUrl(exchange: Exchange): string {
  const { match, request } = exchange;
  if (isDirectToXero(exchange)) return request.url;
  const url = request.url.slice(0, MAX_URL_CHARS);
  const path = url.replace(/^[a-z][\w+.-]{0,20}:\/\/[^/?#]*/i, '').replace(/#.*$/s, '');
  const query = path.includes('?') ? path.slice(path.indexOf('?')) : '';
  if (match.path !== undefined) return `${apiAddress}${match.path === '/' ? '' : match.path}${query}`;
  // Another path of Xero, outside the Projects API.
  const at = path.search(/\/(?:connections(?=[/?]|$)|\w{1,40}\.xro\/)/i);
  return `https://${apiHost}${at === -1 ? path : path.slice(at)}`;
}

/** Set by the browser or a tool, or only meant for the proxy. */
const BROWSER_HEADERS =
  /^(?::.*|sec-.*|user-agent|accept-language|accept-encoding|origin|referer|host|connection|cache-control|pragma|priority|dnt|te|upgrade-insecure-requests|cookie|content-length|x-forwarded-.*)$/i;
