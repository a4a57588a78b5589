// Writes exchanges as a HAR 1.2 file: http://www.softwareishard.com/blog/har-12-spec/

import { unavailableMessages } from '../model/body-unavailable.ts';
import { type Body, type Exchange, getHeader, type Headers, serverSideOf, type Token } from '../model/exchange.ts';
import { describeRedaction } from '../redact/placeholders.ts';
import { toValidUri } from './uri.ts';
import { CUSTOM_FIELD, writeCustomFields } from './write-custom-fields.ts';

export interface HarOptions {
  /** The version of the inspector. */
  readonly version: string;
  /** Says what was redacted; by default only secrets. */
  readonly redaction?: string;
}

/**
 * Yields the file in pieces: its beginning, each entry, its end. Writes only the fields that HAR 1.2 requires and the custom field.
 * Exchanges must be redacted before.
 */
export function* serializeHar(
  exchanges: Iterable<Exchange>,
  { version, redaction = describeRedaction([]) }: HarOptions,
): Generator<string> {
  const head = {
    version: '1.2',
    creator: { name: 'Xero Projects Inspector', version },
    pages: [],
    comment: `Requests to the Xero Projects API. ${redaction}`,
  };
  yield `{"log":${JSON.stringify(head).slice(0, -1)},"entries":[\n`;
  let isFirst = true;
  for (const each of exchanges) {
    yield `${isFirst ? '' : ',\n'}${JSON.stringify(toEntry(each))}`;
    isFirst = false;
  }
  yield '\n]}}\n';
}

function toEntry(exchange: Exchange): Record<string, unknown> {
  const { startedMs, durationMs } = exchange;
  const serverSide = serverSideOf(exchange);
  const time = durationMs !== undefined && Number.isFinite(durationMs) ? Math.max(0, durationMs) : 0;
  const start = new Date(startedMs);
  // HAR requires years of four digits.
  const isTimed = start.getUTCFullYear() >= 0 && start.getUTCFullYear() <= 9_999;
  return {
    startedDateTime: (isTimed ? start : new Date(0)).toISOString(),
    time,
    request: toRequest(exchange),
    response: toResponse(exchange),
    cache: {},
    // Only the total time is known; HAR requires `send`, `wait` and `receive`.
    timings: { blocked: -1, dns: -1, connect: -1, ssl: -1, send: 0, wait: time, receive: 0 },
    ...(isTimed ? {} : { comment: 'Start time unknown.' }),
    [CUSTOM_FIELD]: {
      ...writeCustomFields(exchange),
      // An entry of its own would count the request twice.
      ...(serverSide && { forwarded: toEntry(serverSide) }),
    },
  };
}

function toRequest({ request }: Exchange): Record<string, unknown> {
  const { method, url, headers, token, body } = request;
  const authorization = token ? [{ name: 'authorization', value: describeToken(token) }] : [];
  return {
    method,
    url: toValidUri(url),
    httpVersion: 'unknown',
    cookies: [],
    headers: [...authorization, ...pairs(headers)],
    queryString: toQueryString(url),
    ...(body.kind === 'text' ? { postData: { mimeType: contentType(headers), text: body.text } } : {}),
    headersSize: -1,
    bodySize: byteSize(body),
    ...describeBody(body),
  };
}

function toResponse({ response, failure }: Exchange): Record<string, unknown> {
  const { status, statusText, headers, body } = response;
  return {
    status: Number.isSafeInteger(status) ? status : 0,
    statusText,
    httpVersion: 'unknown',
    cookies: [],
    headers: pairs(headers),
    content: {
      size: Math.max(0, byteSize(body)),
      mimeType: contentType(headers),
      ...(body.kind === 'text' ? { text: body.text } : {}),
      ...describeBody(body),
    },
    redirectURL: getHeader(headers, 'location') ?? '',
    headersSize: -1,
    bodySize: byteSize(body),
    ...(failure?.message ? { _error: failure.message } : {}),
  };
}

function describeToken({ scheme, kind, fingerprint }: Token): string {
  const note = kind === 'missing' ? '' : fingerprint === '' ? '[redacted]' : `[token ${fingerprint}]`;
  return [scheme, note].filter(Boolean).join(' ');
}

function pairs(headers: Headers): { name: string; value: string }[] {
  return headers.map(([name, value]) => ({ name, value }));
}

function toQueryString(url: string): { name: string; value: string }[] {
  const at = url.indexOf('?');
  const query = at === -1 ? '' : (url.slice(at + 1).split('#')[0] ?? '');
  return Array.from(new URLSearchParams(query), ([name, value]) => ({ name, value }));
}

function contentType(headers: Headers): string {
  return getHeader(headers, 'content-type') ?? '';
}

/** -1 if unknown, as HAR specifies. */
function byteSize(body: Body): number {
  if (body.kind === 'none') return 0;
  return body.bytes !== undefined && Number.isSafeInteger(body.bytes) ? body.bytes : -1;
}

function describeBody(body: Body): { comment?: string } {
  if (body.kind === 'unavailable') return { comment: unavailableMessages[body.reason] };
  if (body.kind === 'pending') return { comment: unavailableMessages['not-read'] };
  if (body.kind === 'binary') return { comment: `Binary body: ${body.note}` };
  return body.kind === 'text' && body.missingChars !== undefined
    ? { comment: `The last ${body.missingChars} characters are missing.` }
    : {};
}
