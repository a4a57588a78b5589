// The HAR entry of a request to Xero, without secrets.

import { redactAndBound, redactAndBoundBody } from '../../core/secrets/bounded-text.ts';
import type { CollectedBody } from './collected-body.ts';
import { decodeBody } from './decode-body.ts';
import type { PageRequest } from './page-request.ts';
import { headerValue, type RawHeaders, toRecordedHeaders } from './recorded-headers.ts';

/** What was observed of a request and its response. Durations are in ms since its start; `undefined` if it failed before. */
export interface RawExchange {
  readonly startedMs: number;
  readonly method: string;
  readonly url: string;
  readonly pageRequest: PageRequest | undefined;
  readonly requestHeaders: RawHeaders;
  readonly requestBody: CollectedBody;
  readonly sentMs: number | undefined;
  readonly status: number;
  readonly statusText: string;
  readonly responseHeaders: RawHeaders;
  readonly responseBody: CollectedBody;
  readonly headersMs: number | undefined;
  readonly durationMs: number;
  /** The code of the error that ended the request; empty if there was none. */
  readonly error: string;
}

export function toHarEntry(exchange: RawExchange, app: string, sequence: number): object {
  const { startedMs, durationMs, sentMs = 0, headersMs = durationMs, pageRequest } = exchange;
  return {
    startedDateTime: new Date(startedMs).toISOString(),
    time: round(durationMs),
    request: toRequest(exchange),
    response: toResponse(exchange),
    cache: {},
    timings: {
      send: round(Math.min(sentMs, headersMs)),
      wait: round(Math.max(0, headersMs - sentMs)),
      receive: round(Math.max(0, durationMs - headersMs)),
    },
    _xeroServer: {
      sequence,
      app,
      ...(pageRequest && {
        pageRequest: {
          id: pageRequest.id,
          method: pageRequest.method,
          path: pageRequest.path,
          startedDateTime: new Date(pageRequest.startedMs).toISOString(),
        },
      }),
    },
  };
}

function toRequest({ method, url, requestHeaders, requestBody }: RawExchange): object {
  const { size, mimeType, ...body } = toBody(requestBody, requestHeaders, '_unreadBytes');
  return {
    method: method.slice(0, 20).toUpperCase(),
    url: redactAndBound(url),
    httpVersion: 'HTTP/1.1',
    cookies: [],
    headers: toRecordedHeaders(requestHeaders),
    queryString: [],
    ...(requestBody.totalBytes() > 0 ? { postData: { mimeType, ...body } } : {}),
    headersSize: -1,
    bodySize: requestBody.totalBytes(),
  };
}

function toResponse({ method, status, statusText, responseHeaders, responseBody, error }: RawExchange): object {
  const isDiscarded = method !== 'HEAD' && responseBody.totalBytes() === 0 && error === '' && status !== 304;
  const length = isDiscarded ? Number(headerValue(responseHeaders, 'content-length')) || 0 : 0;
  return {
    status,
    statusText: redactAndBound(statusText),
    httpVersion: 'HTTP/1.1',
    cookies: [],
    headers: toRecordedHeaders(responseHeaders),
    content: {
      ...toBody(responseBody, responseHeaders, '_unreadChars'),
      ...(length > 0 && { size: length, text: undefined, comment: 'Not stored: the app didn’t read it.' }),
    },
    redirectURL: redactAndBound(headerValue(responseHeaders, 'location')),
    headersSize: -1,
    bodySize: responseBody.totalBytes(),
    ...(error === '' ? {} : { _error: error }),
  };
}

/** `unread` is the name of the custom field for the number of bytes or characters at the end that aren't stored. */
function toBody(body: CollectedBody, headers: RawHeaders, unread: '_unreadBytes' | '_unreadChars') {
  const mimeType = redactAndBound(headerValue(headers, 'content-type'));
  const bytes = body.take();
  const missing = body.totalBytes() - bytes.length;
  const { text, comment, size } = decodeBody(bytes, headerValue(headers, 'content-encoding'), mimeType);
  if (text === undefined) return { size: size + missing, mimeType, comment };
  if (bytes.length === 0 && missing > 0) {
    return { size: missing, mimeType, comment: 'Not stored: too many bodies were under way.' };
  }
  const { redacted, readChars } = redactAndBoundBody(text);
  const unreadChars = text.length - readChars + missing;
  return { size: size + missing, mimeType, text: redacted, ...(unreadChars > 0 && { [unread]: unreadChars }) };
}

function round(ms: number): number {
  return Math.round(ms * 10) / 10;
}
