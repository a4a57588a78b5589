// The HAR entries that browsers hand to extensions, as far as they are read here, and their headers and bodies made safe to keep.

import type { Entry, Header } from 'har-format';
import type { Body, Headers, Token } from '../core/model/exchange.ts';
import { redactHeaderValue } from '../core/secrets/redact-header.ts';
import { redactSecrets } from '../core/secrets/redact-secrets.ts';
import { isSecretName } from '../core/secrets/secret-names.ts';
import { parseToken } from './parse-token.ts';

/** Chromium adds keys with an underscore; Firefox has neither `_error` nor, in `getHAR`, `getContent`. */
export interface BrowserEntry extends Entry {
  readonly getContent?: (callback: (content: unknown, encoding: unknown) => void) => unknown;
}

interface VendorResponse {
  readonly _error?: string | null;
  readonly _fetchedViaServiceWorker?: boolean;
}

/** What the browser says went wrong, for example `net::ERR_FAILED`; empty where it says nothing. */
export function networkError(entry: Entry): string {
  return redactSecrets((entry.response as VendorResponse)._error ?? '');
}

export function isViaServiceWorker(entry: Entry): boolean {
  return (entry.response as VendorResponse)._fetchedViaServiceWorker === true;
}

/** The same call, heard as an event and found in `getHAR()`, has the same key. */
export function entryKey(entry: Entry): string {
  return `${entry.startedDateTime} ${entry.request.method} ${entry.request.url}`;
}

/** Lower-case names; the token and other secrets out; of cookies only how many and how large, for they are the page's own secrets. */
export function readHeaders(headers: readonly Header[] | undefined): { headers: Headers; token: Token | undefined } {
  let token: Token | undefined;
  const kept: [string, string][] = [];
  for (const { name, value } of headers ?? []) {
    const key = intern(name.toLowerCase());
    // HTTP/2 pseudo-headers repeat the address.
    if (key.startsWith(':')) continue;
    if (key === 'authorization') token = parseToken(value);
    else if (key === 'cookie' || key === 'set-cookie') kept.push([key, cookieNote(key, value)]);
    else if (isSecretName(key)) kept.push([key, redactHeaderValue(value)]);
    // What is known was clean.
    else kept.push([key, interned.get(value) ?? intern(redactSecrets(value))]);
  }
  return { headers: kept, token };
}

export function requestBody(entry: Entry): Body {
  const text = entry.request.postData?.text;
  if (typeof text === 'string' && text !== '') return createTextBody(text);
  const size = entry.request.bodySize;
  // Sent, but not shown: a stream, or a file.
  return size > 0 ? { kind: 'lost', why: 'withheld', bytes: size } : { kind: 'none' };
}

export function createTextBody(whole: string): Body {
  const text = trimNulPadding(whole);
  if (text === '') return { kind: 'none' };
  const body = { kind: 'text', text: redactSecrets(text), bytes: byteLength(text) } as const;
  return text.length < whole.length ? { ...body, cutOff: whole.length - text.length } : body;
}

/** Firefox cuts bodies at 1 MB (`devtools.netmonitor.responseBodyLimit`) and fills up what is missing with NULs. */
function trimNulPadding(text: string): string {
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) === 0) end--;
  return text.slice(0, end);
}

/** UTF-8 bytes; long texts are taken as they are, an estimate that the log's limit can live with. */
function byteLength(text: string): number {
  return text.length > 65_536 ? text.length : new TextEncoder().encode(text).length;
}

/** A file of our own holds the note already. */
function cookieNote(name: string, value: string): string {
  if (/^\[\d{1,9} cookies?, \d{1,9} characters, not kept\]$/.test(value)) return value;
  if (name === 'set-cookie') return `[1 cookie, ${value.length} characters, not kept]`;
  const count = value.split(';').length;
  return `[${count} ${count === 1 ? 'cookie' : 'cookies'}, ${value.length} characters, not kept]`;
}

/** Headers repeat from call to call; one copy of each text keeps a long log small. */
const interned = new Map<string, string>();

function intern(text: string): string {
  if (text.length > 120) return text;
  const known = interned.get(text);
  if (known !== undefined) return known;
  if (interned.size > 5_000) interned.clear();
  interned.set(text, text);
  return text;
}
