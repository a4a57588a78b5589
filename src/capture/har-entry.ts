// The HAR entries that browsers pass to extensions, and their bodies with secrets redacted.

import type { Entry } from 'har-format';
import type { Body } from '../core/model/exchange.ts';
import { redactSecrets } from '../core/secrets/redact-secrets.ts';

/** Chromium adds keys with an underscore; Firefox has neither `_error` nor, in `getHAR`, `getContent`. */
export interface BrowserEntry extends Entry {
  readonly getContent?: (callback: (content: unknown, encoding: unknown) => void) => unknown;
}

interface VendorResponse {
  readonly _error?: string | null;
  readonly _fetchedViaServiceWorker?: boolean;
}

/** The browser's error, for example `net::ERR_FAILED`; empty if there is none. */
export function networkError(entry: Entry): string {
  return redactSecrets((entry.response as VendorResponse)._error ?? '');
}

export function isViaServiceWorker(entry: Entry): boolean {
  return (entry.response as VendorResponse)._fetchedViaServiceWorker === true;
}

/** A request has the same key in its event and in `getHAR()`. */
export function entryKey(entry: Entry): string {
  return `${entry.startedDateTime} ${entry.request.method} ${entry.request.url}`;
}

export function parseRequestBody(entry: Entry): Body {
  const text = entry.request.postData?.text;
  if (typeof text === 'string' && text !== '') return createTextBody(text);
  const size = entry.request.bodySize;
  // The browser does not provide the body of a stream or a file.
  return size > 0 ? { kind: 'unavailable', reason: 'not-provided', bytes: size } : { kind: 'none' };
}

export function createTextBody(whole: string): Body {
  const text = trimNulPadding(whole);
  if (text === '') return { kind: 'none' };
  const body = { kind: 'text', text: redactSecrets(text), bytes: byteLength(text) } as const;
  return text.length < whole.length ? { ...body, missingChars: whole.length - text.length } : body;
}

/** Firefox truncates bodies at 1 MB (`devtools.netmonitor.responseBodyLimit`) and pads them to their full length with NULs. */
function trimNulPadding(text: string): string {
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) === 0) end--;
  return text.slice(0, end);
}

/** UTF-8 bytes; estimated as one per character for long texts, which is accurate enough for the log's limit. */
function byteLength(text: string): number {
  return text.length > 65_536 ? text.length : new TextEncoder().encode(text).length;
}
