// Writes exchanges as a HAR 1.2 file: http://www.softwareishard.com/blog/har-12-spec/

import { unavailableMessages } from '../model/body-unavailable.ts';
import { type Body, type Exchange, getHeader, type Headers, type Token } from '../model/exchange.ts';
import { CUSTOM_FIELD, writeCustomFields } from './custom-fields.ts';
import { toValidUri } from './uri.ts';

export interface HarOptions {
  /** Of the inspector. */
  readonly version: string;
}

/**
 * The text of a file, in pieces: its beginning, each entry, its end. Only the parts that HAR 1.2 demands, and ours; anything else is left
 * out. To be redacted before.
 */
export function* serializeHar(exchanges: Iterable<Exchange>, { version }: HarOptions): Generator<string> {
  const head = {
    version: '1.2',
    creator: { name: 'Xero Projects Inspector', version },
    pages: [],
    comment: 'Calls to the Xero Projects API. Access tokens and cookies are not in it.',
  };
  yield `{"log":${JSON.stringify(head).slice(0, -1)},"entries":[\n`;
  let isFirst = true;
  for (const each of exchanges) {
    yield `${isFirst ? '' : ',\n'}${JSON.stringify(entryOf(each))}`;
    isFirst = false;
  }
  yield '\n]}}\n';
}

function entryOf(exchange: Exchange): Record<string, unknown> {
  const { startedMs, durationMs } = exchange;
  const time = durationMs !== undefined && Number.isFinite(durationMs) ? Math.max(0, durationMs) : 0;
  const start = new Date(startedMs);
  // HAR's years have four digits.
  const isTimed = start.getUTCFullYear() >= 0 && start.getUTCFullYear() <= 9_999;
  return {
    startedDateTime: (isTimed ? start : new Date(0)).toISOString(),
    time,
    request: requestOf(exchange),
    response: responseOf(exchange),
    cache: {},
    // Only the whole time is kept; HAR demands these three.
    timings: { blocked: -1, dns: -1, connect: -1, ssl: -1, send: 0, wait: time, receive: 0 },
    ...(isTimed ? {} : { comment: 'When it began is not known.' }),
    [CUSTOM_FIELD]: writeCustomFields(exchange),
  };
}

function requestOf({ request }: Exchange): Record<string, unknown> {
  const { method, url, headers, token, body } = request;
  const authorization = token ? [{ name: 'authorization', value: noteOf(token) }] : [];
  return {
    method,
    url: toValidUri(url),
    httpVersion: 'unknown',
    cookies: [],
    headers: [...authorization, ...pairs(headers)],
    queryString: queryOf(url),
    ...(body.kind === 'text' ? { postData: { mimeType: typeOf(headers), text: body.text } } : {}),
    headersSize: -1,
    bodySize: sizeOf(body),
    ...commentOn(body),
  };
}

function responseOf({ response, failure }: Exchange): Record<string, unknown> {
  const { status, statusText, headers, body } = response;
  return {
    status: Number.isSafeInteger(status) ? status : 0,
    statusText,
    httpVersion: 'unknown',
    cookies: [],
    headers: pairs(headers),
    content: {
      size: Math.max(0, sizeOf(body)),
      mimeType: typeOf(headers),
      ...(body.kind === 'text' ? { text: body.text } : {}),
      ...commentOn(body),
    },
    redirectURL: getHeader(headers, 'location') ?? '',
    headersSize: -1,
    bodySize: sizeOf(body),
    ...(failure?.message ? { _error: failure.message } : {}),
  };
}

function noteOf({ scheme, kind, fingerprint }: Token): string {
  const note = kind === 'missing' ? '' : fingerprint === '' ? '[not kept]' : `[token ${fingerprint}, not kept]`;
  return [scheme, note].filter(Boolean).join(' ');
}

function pairs(headers: Headers): { name: string; value: string }[] {
  return headers.map(([name, value]) => ({ name, value }));
}

function queryOf(url: string): { name: string; value: string }[] {
  const at = url.indexOf('?');
  const query = at === -1 ? '' : (url.slice(at + 1).split('#')[0] ?? '');
  return Array.from(new URLSearchParams(query), ([name, value]) => ({ name, value }));
}

function typeOf(headers: Headers): string {
  return getHeader(headers, 'content-type') ?? '';
}

/** -1 is what HAR writes where it is not known. */
function sizeOf(body: Body): number {
  if (body.kind === 'none') return 0;
  return body.bytes !== undefined && Number.isSafeInteger(body.bytes) ? body.bytes : -1;
}

function commentOn(body: Body): { comment?: string } {
  if (body.kind === 'lost') return { comment: unavailableMessages[body.why] };
  if (body.kind === 'pending') return { comment: 'The body had not been read when the file was written.' };
  if (body.kind === 'binary') return { comment: `The body is not text: ${body.note}` };
  return body.kind === 'text' && body.cutOff !== undefined
    ? { comment: `${body.cutOff} characters are missing at its end.` }
    : {};
}
