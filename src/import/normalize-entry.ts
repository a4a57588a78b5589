// Makes a HAR entry as browsers hand them over of what stands in a file: every tool writes HAR in its own way, and a file may say anything.

import type { Entry } from 'har-format';
import { redactSecrets } from '../core/secrets/redact-secrets.ts';
import { REDACTED } from '../core/secrets/redaction-marker.ts';

/** What is missing is as if it were unknown; a sentence where nothing can be made of it. Never throws. */
export function normalizeEntry(value: object): Entry | string {
  const { request: asked, response: answered, ...entry } = value as Record<string, unknown>;
  const request = recordOf(asked);
  const response = recordOf(answered);
  const url = text(request.url);
  if (url === undefined || url === '') return 'The entry names no address.';
  const made = {
    startedDateTime: startOf(entry.startedDateTime),
    time: timeOf(entry),
    timings: numbersIn(entry.timings),
    request: {
      method: methodOf(request.method),
      url: addressOf(url, request.queryString),
      headers: headersOf(request.headers),
      ...sentOf(recordOf(request.postData)),
      bodySize: number(request.bodySize) ?? -1,
    },
    response: {
      status: statusOf(response.status),
      statusText: text(response.statusText) ?? '',
      headers: headersOf(response.headers),
      content: contentOf(response),
      // Chrome's and Safari's name, and Playwright's.
      _error: sanitizeText(response._error) ?? sanitizeText(response._failureText),
      _fetchedViaServiceWorker: response._fetchedViaServiceWorker === true,
    },
  };
  // What nothing here reads is left out.
  return made as unknown as Entry;
}

function methodOf(value: unknown): string {
  const method = text(value) ?? '';
  return /^[\w-]{1,20}$/.test(method) ? method.toUpperCase() : 'GET';
}

/** Playwright writes -1 for no answer. */
function statusOf(value: unknown): number {
  const status = Math.trunc(number(value) ?? 0);
  return status >= 100 && status <= 999 ? status : 0;
}

function startOf(value: unknown): string {
  const date = new Date(typeof value === 'number' ? value : Date.parse(text(value) ?? ''));
  return Number.isNaN(date.getTime()) ? '' : date.toISOString();
}

/** The whole, or the sum of its parts; -1 where neither is told. `ssl` is within `connect`. */
function timeOf(entry: Record<string, unknown>): number {
  const time = number(entry.time);
  if (time !== undefined && time >= 0) return time;
  const parts = Object.entries(numbersIn(entry.timings)).filter(([name, ms]) => wholeParts.has(name) && ms >= 0);
  return parts.length === 0 ? -1 : parts.reduce((sum, [, ms]) => sum + ms, 0);
}

const wholeParts = new Set(['blocked', 'dns', 'connect', 'send', 'wait', 'receive']);

function numbersIn(value: unknown): Record<string, number> {
  const numbers = Object.entries(recordOf(value)).map(([name, each]) => [name, number(each)] as const);
  return Object.fromEntries(numbers.filter((pair): pair is [string, number] => pair[1] !== undefined));
}

/** Some tools keep the query apart from the address. */
function addressOf(url: string, query: unknown): string {
  const parameters = pairsIn(query);
  if (parameters.length === 0 || url.includes('?')) return url;
  const [address = '', fragment] = url.split('#');
  return `${address}?${formOf(parameters)}${fragment === undefined ? '' : `#${fragment}`}`;
}

function headersOf(value: unknown): Pair[] {
  const pairs = Array.isArray(value)
    ? pairsIn(value)
    : Object.entries(recordOf(value)).map(([name, each]) => ({ name, value: headerValue(each) }));
  return pairs.some(isMasked) ? pairs.map((each) => (isMasked(each) ? { ...each, value: asNote(each) } : each)) : pairs;
}

/** People and tools write something in place of a token before they hand a file on: that is not what was sent. */
function isMasked({ name, value }: Pair): boolean {
  return name.toLowerCase() === 'authorization' && masks.test(value);
}

const masks =
  /^(?:[a-z]+\s+)?(?:[x*•.…-]+|.{0,40}(?:redact|remov|sanitiz|sanitis|masked|hidden|not kept|left out).{0,40})$/i;

function asNote({ value }: Pair): string {
  const [scheme = 'Bearer'] = /^[a-z]+(?=\s)/i.exec(value) ?? [];
  return `${scheme} ${REDACTED}`;
}

interface Pair {
  readonly name: string;
  readonly value: string;
}

function pairsIn(value: unknown): Pair[] {
  if (!Array.isArray(value)) return [];
  // Nearly always there is nothing to mend.
  if (value.every(isPair)) return value;
  return value.flatMap((each) => {
    const { name, value } = recordOf(each);
    const known = text(name);
    return known === undefined || known === '' ? [] : [{ name: known, value: headerValue(value) }];
  });
}

function isPair(value: unknown): value is Pair {
  const { name, value: held } = recordOf(value);
  return typeof name === 'string' && name !== '' && typeof held === 'string';
}

/** Node holds repeated headers as a list. */
function headerValue(value: unknown): string {
  return Array.isArray(value) ? value.map((each) => text(each) ?? '').join(', ') : (text(value) ?? '');
}

/** A form may be told field by field, and a body in base64. */
function sentOf(data: Record<string, unknown>): { postData?: { mimeType: string; text: string } } {
  const whole = bodyText(data.text) || formOf(pairsIn(data.params));
  const sent = data.encoding === 'base64' ? fromBase64(whole) : whole;
  return sent === '' ? {} : { postData: { mimeType: text(data.mimeType) ?? '', text: sent } };
}

/** Charles takes JSON that was sent as a form for the name of a field without a value. */
function formOf(pairs: readonly Pair[]): string {
  const [first] = pairs;
  if (pairs.length === 1 && first?.value === '' && /^\s*[[{]/.test(first.name)) return first.name;
  return new URLSearchParams(pairs.map(({ name, value }) => [name, value])).toString();
}

function fromBase64(encoded: string): string {
  try {
    const bytes = Uint8Array.from(atob(encoded), (each) => each.charCodeAt(0));
    return new TextDecoder().decode(bytes);
  } catch {
    // It was not base64 after all: then it is what was sent.
    return encoded;
  }
}

function contentOf(response: Record<string, unknown>) {
  const content = recordOf(response.content);
  const whole = bodyText(content.text);
  return {
    size: number(content.size) ?? number(response.bodySize) ?? -1,
    mimeType: sanitizeText(content.mimeType) ?? '',
    ...(whole === undefined ? {} : { text: whole }),
    ...(content.encoding === 'base64' ? { encoding: 'base64' } : {}),
  };
}

/** Who writes HAR by hand forgets that bodies are texts. */
function bodyText(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return text(value);
  try {
    return JSON.stringify(value);
  } catch {
    // Nested so deeply that writing it exhausts the stack: a body that cannot be had.
    return undefined;
  }
}

/** A word or a sentence of the tool's own, such as `net::ERR_FAILED`. */
function sanitizeText(value: unknown): string | undefined {
  const said = redactSecrets((text(value) ?? '').slice(0, 10_000))
    .replace(/[\p{C}\p{Z}\s`]+/gu, ' ')
    .trim();
  return said === '' ? undefined : said.slice(0, 200);
}

function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function text(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

/** Also one that is written as a text, `12 ms` too. */
function number(value: unknown): number | undefined {
  const read = typeof value === 'string' ? Number.parseFloat(value) : value;
  return typeof read === 'number' && Number.isFinite(read) ? read : undefined;
}
