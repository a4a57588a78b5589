// The HAR entries that browsers pass to extensions, and their bodies with secrets redacted.

import type { Entry } from 'har-format';
import type { Body } from '../core/model/exchange.ts';
import { redactAndBound, redactAndBoundBody } from '../core/secrets/bounded-text.ts';

/** Chromium adds keys with an underscore; Firefox has neither `_error` nor, in `getHAR`, `getContent`. */
export interface BrowserEntry extends Entry {
  readonly getContent?: (callback: (content: unknown, encoding: unknown) => void) => unknown;
}

interface VendorResponse {
  readonly _error?: string | null;
  readonly _fetchedViaServiceWorker?: boolean;
}

/** A request body in an entry from a file. */
export interface VendorPostData {
  /** The number of bytes after the text that were not decoded. */
  readonly _unreadBytes?: number;
  /** The name of the file that holds the body. */
  readonly _file?: string;
}

/** A response body in an entry from a file. */
export interface VendorContent {
  /** The number of characters after the text that were not read. */
  readonly _unreadChars?: number;
  /** The name of the file that holds the body. */
  readonly _file?: string;
}

/** The browser's error, for example `net::ERR_FAILED`; empty if there is none. */
export function networkError(entry: Entry): string {
  return redactAndBound((entry.response as VendorResponse)._error ?? '');
}

export function isViaServiceWorker(entry: Entry): boolean {
  return (entry.response as VendorResponse)._fetchedViaServiceWorker === true;
}

/** Whether a page or frame was requested; Firefox does not say what a request was for. */
export function mayBeDocument(entry: Entry): boolean {
  const { _resourceType } = entry as { readonly _resourceType?: unknown };
  return _resourceType === undefined || _resourceType === 'document';
}

/** Whether the page's code or a form may have made it, rather than an element; Firefox does not say. */
export function mayBeForData(entry: Entry): boolean {
  const { _resourceType } = entry as { readonly _resourceType?: unknown };
  return _resourceType === undefined || /^(?:document|fetch|other|xhr)$/.test(String(_resourceType));
}

/** A request has the same key in its event and in `getHAR()`. */
export function entryKey(entry: Entry): string {
  return `${entry.startedDateTime} ${entry.request.method} ${entry.request.url}`;
}

export function parseRequestBody(entry: Entry): Body {
  const { text, _unreadBytes, _file } = (entry.request.postData ?? {}) as VendorPostData & { text?: unknown };
  if (typeof text === 'string' && text !== '') return createTextBody(text, _unreadBytes);
  const size = entry.request.bodySize;
  if (_file !== undefined) {
    return { kind: 'unavailable', reason: 'in-other-file', bytes: size > 0 ? size : undefined, detail: _file };
  }
  // The browser does not provide the body of a stream or a file.
  return size > 0 ? { kind: 'unavailable', reason: 'not-provided', bytes: size } : { kind: 'none' };
}

/** Stores only the start of a long text. `unreadChars` is the number of characters after `received` that were not even decoded. */
export function createTextBody(received: string, unreadChars = 0): Body {
  const text = trimNulPadding(received);
  if (text === '') return { kind: 'none' };
  const { redacted, readChars } = redactAndBoundBody(text);
  const missingChars = received.length - readChars + unreadChars;
  const bytes = byteLength(text.slice(0, readChars)) + missingChars;
  return { kind: 'text', text: redacted, bytes, ...(missingChars > 0 && { missingChars }) };
}

/** Firefox truncates bodies at 1 MB (`devtools.netmonitor.responseBodyLimit`) and pads them to their full length with NULs. */
function trimNulPadding(text: string): string {
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) === 0) end--;
  return text.slice(0, end);
}

/** The length in UTF-8. */
function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}
