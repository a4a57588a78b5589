// Reads a response body in every form that browsers provide.

import type { Body } from '../core/model/exchange.ts';
import { boundBase64, boundText } from '../core/secrets/bounded-text.ts';
import { decodeBase64 } from '../core/text/decode-base64.ts';
import { type BrowserEntry, createTextBody, networkError, type VendorContent } from './har-entry.ts';

/** The browser may never call back. Bodies of many megabytes take seconds. */
const TIMEOUT_MS = 30_000;

/** Always resolves, after `limitMs` at the latest; an unavailable body has a reason. */
export async function readResponseBody(entry: BrowserEntry, limitMs = TIMEOUT_MS): Promise<Body> {
  if (entry.getContent === undefined) return fromHar(entry);
  const content = await getContent(entry, entry.getContent, limitMs);
  if (content.kind === 'rejected') {
    // Both browsers discard bodies when the page is left.
    return { kind: 'unavailable', reason: 'navigated', bytes: sizeOf(entry), detail: boundText(content.reason) };
  }
  if (content.kind === 'timed-out')
    return { kind: 'unavailable', reason: 'not-provided', bytes: sizeOf(entry), detail: timeoutMessage(limitMs) };
  if (typeof content.text !== 'string') return unavailableBody(entry);
  // Firefox passes the MIME type where Chromium passes the encoding; then the encoding is in the entry.
  const base64 = content.encoding === 'base64' || entry.response.content?.encoding === 'base64';
  return decode(content.text, base64, entry);
}

/** The whole text, secrets included: only for responses that were sent to the extension itself. `undefined` if the browser has none. */
export async function readWholeText(entry: BrowserEntry): Promise<string | undefined> {
  if (entry.getContent === undefined) return undefined;
  const content = await getContent(entry, entry.getContent, TIMEOUT_MS);
  if (content.kind !== 'content' || typeof content.text !== 'string' || content.text === '') return undefined;
  const isBase64 = content.encoding === 'base64' || entry.response.content?.encoding === 'base64';
  const bytes = isBase64 ? decodeBase64(content.text) : undefined;
  return bytes === undefined ? content.text : new TextDecoder().decode(bytes);
}

function fromHar(entry: BrowserEntry): Body {
  const { text, encoding } = entry.response.content ?? {};
  if (typeof text !== 'string') return unavailableBody(entry);
  return decode(text, encoding === 'base64', entry);
}

type Content =
  | { readonly kind: 'content'; readonly text: unknown; readonly encoding: unknown }
  | { readonly kind: 'rejected'; readonly reason: string }
  | { readonly kind: 'timed-out' };

function timeoutMessage(limitMs: number): string {
  return `The browser didn’t respond within ${limitMs / 1000} s.`;
}

/** A callback with two values, a promise of an object, of a pair or of nothing, or a rejection: all occur in practice. */
function getContent(
  entry: BrowserEntry,
  get: NonNullable<BrowserEntry['getContent']>,
  limitMs: number,
): Promise<Content> {
  return new Promise((settle) => {
    const timer = setTimeout(() => settle({ kind: 'timed-out' }), limitMs);
    const resolve = (content: Content) => {
      clearTimeout(timer);
      settle(content);
    };
    const onContent = (value: unknown, encoding: unknown) => {
      if (Array.isArray(value)) resolve({ kind: 'content', text: value[0], encoding: value[1] });
      else if (typeof value === 'object' && value !== null && 'content' in value) {
        resolve({ kind: 'content', text: value.content, encoding: 'encoding' in value ? value.encoding : undefined });
      } else resolve({ kind: 'content', text: value, encoding });
    };
    const fail = (error: unknown) => resolve({ kind: 'rejected', reason: String(error) });
    try {
      const returned = get.call(entry, onContent);
      if (returned instanceof Promise)
        returned.then((value) => value !== undefined && onContent(value, undefined), fail);
    } catch (error) {
      fail(error);
    }
  });
}

function decode(text: string, base64: boolean, entry: BrowserEntry): Body {
  const _unreadChars = (entry.response.content as VendorContent | undefined)?._unreadChars ?? 0;
  if (!base64 || text === '') return createTextBody(text, _unreadChars);
  const start = boundBase64(text);
  const bytes = decodeBase64(start);
  // Some tools mark text as base64 although it isn't.
  if (bytes === undefined) return createTextBody(text, _unreadChars);
  return fromBytes(bytes, Math.floor(((text.length - start.length + _unreadChars) * 3) / 4), entry, text);
}

/** Browsers treat text with a wrong or missing content type as binary; it is decoded as text all the same. */
function fromBytes(bytes: Uint8Array, unreadBytes: number, entry: BrowserEntry, encoded: string): Body {
  // A word such as Unauthorized happens to be valid base64.
  const isPlain = /^[a-z ]{1,40}$/i.test(encoded);
  for (const encoding of candidateEncodings(bytes)) {
    if (isPlain && encoding !== 'utf-8') return createTextBody(encoded);
    try {
      // If more bytes follow, the last character may be incomplete.
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: unreadBytes > 0 });
      if (!unprintable.test(text)) return createTextBody(text, unreadBytes);
    } catch {
      // Not in this encoding: try the next, and return `binary` below if none fits.
    }
  }
  const note = boundText(entry.response.content?.mimeType || 'no content type');
  return { kind: 'binary', bytes: bytes.length + unreadBytes, note };
}

function candidateEncodings([first, second]: Uint8Array): string[] {
  if (first === 0xff && second === 0xfe) return ['utf-16le'];
  if (first === 0xfe && second === 0xff) return ['utf-16be'];
  return ['utf-8', 'windows-1252'];
}

/** Control characters that do not occur in text: a body that decodes to them is binary. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it searches for
const unprintable = /[\0-\x08\x0e-\x1a\x1c-\x1f]/;

function unavailableBody(entry: BrowserEntry): Body {
  const bytes = sizeOf(entry);
  const file = (entry.response.content as VendorContent | undefined)?._file;
  if (file !== undefined) return { kind: 'unavailable', reason: 'in-other-file', bytes, detail: file };
  const error = networkError(entry);
  if (error === 'net::ERR_ABORTED' && entry.response.status !== 204)
    return { kind: 'unavailable', reason: 'interrupted', bytes, detail: error };
  if (bytes === 0 || entry.response.status === 204 || entry.response.status === 304) return { kind: 'none' };
  return { kind: 'unavailable', reason: 'not-provided', bytes, ...(error ? { detail: error } : {}) };
}

/** Browsers write -1 and other negative numbers for unknown sizes. */
function sizeOf(entry: BrowserEntry): number | undefined {
  const size = entry.response.content?.size;
  return typeof size === 'number' && size >= 0 ? size : undefined;
}
