// Normalizes a HAR entry from a file to the form that browsers produce: every tool writes HAR in its own way, and a file may contain anything.

import type { Entry } from 'har-format';
import type { VendorPostData } from '../capture/har-entry.ts';
import { toDurationMs, toRecord, toSize, toTimeMs } from '../core/har/bounded-values.ts';
import { boundBase64, MAX_VALUE_CHARS } from '../core/secrets/bounded-text.ts';
import { redactSecrets } from '../core/secrets/redact-secrets.ts';
import { REDACTED } from '../core/secrets/redaction-marker.ts';
import { decodeBase64 } from '../core/text/decode-base64.ts';

/** Missing values become unknown. Returns a sentence for the user if the entry is unusable. Never throws. */
export function normalizeEntry(value: object): Entry | string {
  const { request: rawRequest, response: rawResponse, ...entry } = value as Record<string, unknown>;
  const request = toRecord(rawRequest);
  const response = toRecord(rawResponse);
  const url = text(request.url);
  if (url === undefined || url === '') return 'The entry has no URL.';
  if (url.startsWith('/')) return 'The URL has no host, and there’s no `Host` header.';
  const normalized = {
    startedDateTime: parseStart(entry.startedDateTime),
    time: parseDuration(entry),
    timings: parseTimings(entry.timings),
    request: {
      method: parseMethod(request.method),
      url: requestUrl(url, request.queryString),
      headers: parseHeaders(request.headers),
      ...parsePostData(toRecord(request.postData)),
      bodySize: size(request.bodySize) ?? -1,
    },
    response: {
      status: parseStatus(response.status),
      statusText: text(response.statusText) ?? '',
      headers: parseHeaders(response.headers),
      content: parseContent(response),
      // `_error` in Chrome and Safari, `_failureText` in Playwright.
      _error: sanitizeText(response._error) ?? sanitizeText(response._failureText),
      _fetchedViaServiceWorker: response._fetchedViaServiceWorker === true,
    },
  };
  // Omits the fields that nothing here reads.
  return normalized as unknown as Entry;
}

function parseMethod(value: unknown): string {
  const method = text(value) ?? '';
  return /^[\w-]{1,20}$/.test(method) ? method.toUpperCase() : 'GET';
}

/** Playwright writes -1 if there was no response. */
function parseStatus(value: unknown): number {
  const status = Math.trunc(number(value) ?? 0);
  return status >= 100 && status <= 999 ? status : 0;
}

function parseStart(value: unknown): string {
  const ms = toTimeMs(typeof value === 'number' ? value : parseDate(text(value) ?? ''));
  return ms === undefined ? '' : new Date(ms).toISOString();
}

/** Also accepts an offset without a colon, and milliseconds as text. */
function parseDate(date: string): number {
  if (/^\d{13}$/.test(date)) return Number(date);
  return Date.parse(date.slice(0, 100).replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
}

/** Milliseconds: `time`, or the sum of `timings`; -1 if neither is present. `connect` includes `ssl`. */
function parseDuration(entry: Record<string, unknown>): number {
  const time = toDurationMs(number(entry.time));
  if (time !== undefined) return time;
  const parts = Object.entries(parseTimings(entry.timings)).filter(([name, ms]) => name !== 'ssl' && ms >= 0);
  return (parts.length === 0 ? undefined : toDurationMs(parts.reduce((sum, [, ms]) => sum + ms, 0))) ?? -1;
}

/** Keeps negative times, which mean that they are unknown. */
function parseTimings(value: unknown): Record<string, number> {
  const timings = toRecord(value);
  return Object.fromEntries(
    timingNames.flatMap((name) => {
      const ms = number(timings[name]);
      return ms === undefined ? [] : [[name, ms]];
    }),
  );
}

const timingNames = ['blocked', 'dns', 'connect', 'ssl', 'send', 'wait', 'receive'];

/** Some tools write the query in `queryString` only. */
function requestUrl(url: string, query: unknown): string {
  const parameters = parsePairs(query);
  if (parameters.length === 0 || url.includes('?')) return url;
  const [address = '', fragment] = url.split('#');
  return `${address}?${encodeForm(parameters)}${fragment === undefined ? '' : `#${fragment}`}`;
}

function parseHeaders(value: unknown): Pair[] {
  const pairs = Array.isArray(value)
    ? parsePairs(value)
    : Object.entries(toRecord(value)).map(([name, each]) => ({ name, value: headerValue(each) }));
  return pairs.some(isMasked)
    ? pairs.map((each) => (isMasked(each) ? { ...each, value: maskedValue(each) } : each))
    : pairs;
}

/** People and tools mask tokens before they share a file; a mask is not what was sent. */
function isMasked({ name, value }: Pair): boolean {
  return name.toLowerCase() === 'authorization' && masks.test(value.slice(0, MAX_VALUE_CHARS));
}

const masks =
  /^(?:[a-z]{1,40}\s{1,10})?(?:[x*•.…-]+|.{0,40}(?:redact|remov|sanitiz|sanitis|masked|hidden|not kept|left out).{0,40})$/i;

function maskedValue({ value }: Pair): string {
  const [scheme = 'Bearer'] = /^[a-z]{1,40}(?=\s)/i.exec(value) ?? [];
  return `${scheme} ${REDACTED}`;
}

interface Pair {
  readonly name: string;
  readonly value: string;
}

function parsePairs(value: unknown): Pair[] {
  if (!Array.isArray(value)) return [];
  // Fast path: nearly all pairs are well-formed.
  if (value.every(isPair)) return value;
  return value.flatMap((each) => {
    const { name, value } = toRecord(each);
    const parsedName = text(name);
    return parsedName === undefined || parsedName === '' ? [] : [{ name: parsedName, value: headerValue(value) }];
  });
}

function isPair(value: unknown): value is Pair {
  const { name, value: headerText } = toRecord(value);
  return typeof name === 'string' && name !== '' && typeof headerText === 'string';
}

/** Node represents repeated headers as an array. */
function headerValue(value: unknown): string {
  return Array.isArray(value) ? value.map((each) => text(each) ?? '').join(', ') : (text(value) ?? '');
}

interface PostData extends VendorPostData {
  readonly mimeType: string;
  readonly text: string;
}

/** The body may be a list of form fields, or base64. */
function parsePostData(data: Record<string, unknown>): { postData?: PostData } {
  const fullText = bodyText(data.text) || encodeForm(parsePairs(data.params));
  const isBase64 = isBase64Encoding(data);
  const read = isBase64 ? boundBase64(fullText) : fullText;
  const decoded = isBase64 ? fromBase64(read) : read;
  const mimeType = text(data.mimeType) ?? '';
  if (decoded === '') {
    const _file = bodyFile(data);
    return _file === undefined ? {} : { postData: { mimeType, text: '', _file } };
  }
  const unreadChars = fullText.length - read.length + (toSize(data._unreadChars) ?? 0);
  const _unreadBytes = isBase64 ? Math.floor((unreadChars * 3) / 4) : unreadChars;
  return { postData: { mimeType, text: decoded, _unreadBytes } };
}

/** Charles exports JSON sent as a form as the name of a field without a value. */
function encodeForm(pairs: readonly Pair[]): string {
  const [first] = pairs;
  if (pairs.length === 1 && first?.value === '' && /^\s{0,100}[[{]/.test(first.name)) return first.name;
  return new URLSearchParams(pairs.map(({ name, value }) => [name, value])).toString();
}

function fromBase64(encoded: string): string {
  const bytes = decodeBase64(encoded);
  // Not base64 after all, so this is the body itself.
  return bytes === undefined ? encoded : new TextDecoder().decode(bytes);
}

function isBase64Encoding({ encoding }: Record<string, unknown>): boolean {
  return text(encoding)?.toLowerCase() === 'base64';
}

function parseContent(response: Record<string, unknown>) {
  const content = toRecord(response.content);
  const fullText = bodyText(content.text);
  const unreadChars = toSize(content._unreadChars);
  const file = bodyFile(content);
  return {
    size: size(content.size) ?? size(response.bodySize) ?? -1,
    mimeType: sanitizeText(content.mimeType) ?? '',
    ...(fullText === undefined ? {} : { text: fullText }),
    ...(fullText === undefined && file !== undefined ? { _file: file } : {}),
    ...(isBase64Encoding(content) ? { encoding: 'base64' } : {}),
    ...(unreadChars === undefined ? {} : { _unreadChars: unreadChars }),
  };
}

/** Playwright can write bodies to files of their own, whose names it puts into `_file` or `_sha1`. */
function bodyFile({ _file, _sha1 }: Record<string, unknown>): string | undefined {
  return sanitizeText(_file) ?? sanitizeText(_sha1);
}

/** HAR written by hand often contains bodies as JSON values instead of text. */
function bodyText(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return text(value);
  try {
    return JSON.stringify(value);
  } catch {
    // Nested so deeply that serializing it exhausts the stack: the body is unavailable.
    return undefined;
  }
}

/** For short text that a tool writes, such as `net::ERR_FAILED`. */
function sanitizeText(value: unknown): string | undefined {
  const sanitized = redactSecrets((text(value) ?? '').slice(0, 10_000))
    .replace(/[\p{C}\p{Z}\s`]+/gu, ' ')
    .trim();
  return sanitized === '' ? undefined : sanitized.slice(0, 200);
}

function text(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

/** Also parses numeric strings, including `12 ms`. */
function number(value: unknown): number | undefined {
  const read = typeof value === 'string' ? Number.parseFloat(value) : value;
  return typeof read === 'number' && Number.isFinite(read) ? read : undefined;
}

/** Also `undefined` for negative sizes, which tools write for unknown ones. */
function size(value: unknown): number | undefined {
  return toSize(number(value));
}
