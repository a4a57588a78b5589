// Completes a URL without a host from the headers of the request: some proxies export only the path.

import { toRecord } from '../core/har/bounded-values.ts';

/** Returns a complete URL unchanged. A path remains if no header names the host. */
export function absoluteUrl(url: string, request: Readonly<Record<string, unknown>>): string {
  const start = url.slice(0, MAX_SCANNED_CHARS);
  if (complete.test(start)) return url;
  if (start.startsWith('//')) return `${schemeOf(request, url)}:${url}`;
  if (withoutScheme.test(start)) return `https://${url}`;
  const path = emptyHost.test(start) ? url.slice(url.indexOf('//') + 2) : url;
  const host = headerOf(request, ':authority') ?? headerOf(request, 'host') ?? '';
  return path.startsWith('/') && validHost.test(host) ? `${schemeOf(request, url, host)}://${host}${path}` : path;
}

const MAX_SCANNED_CHARS = 300;
const complete = /^[a-z][a-z\d+.-]{1,20}:\/\/[^/]/i;
const emptyHost = /^https?:\/\/\//i;
/** A name with a dot, and then a path. */
const withoutScheme = /^[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63}){1,8}(?::\d{1,5})?\/(?!\/)/i;
const validHost = /^[\w.-]{1,253}(?::\d{1,5})?$/;

/** HTTPS, unless the file says HTTP. */
function schemeOf(request: Readonly<Record<string, unknown>>, url: string, host = ''): string {
  const stated = headerOf(request, ':scheme') ?? headerOf(request, 'x-forwarded-proto') ?? request.scheme;
  const isHttp = typeof stated === 'string' ? /^http$/i.test(stated) : /^http:/i.test(url) || /:80$/.test(host);
  return isHttp ? 'http' : 'https';
}

function headerOf({ headers }: Readonly<Record<string, unknown>>, name: string): string | undefined {
  const value = Array.isArray(headers)
    ? headers.map(toRecord).find((each) => isNamed(each.name, name))?.value
    : Object.entries(toRecord(headers)).find(([key]) => isNamed(key, name))?.[1];
  return typeof value === 'string' ? value.slice(0, MAX_SCANNED_CHARS).trim() : undefined;
}

function isNamed(value: unknown, name: string): boolean {
  return typeof value === 'string' && value.length === name.length && value.toLowerCase() === name;
}
