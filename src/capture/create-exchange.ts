// Converts the HAR entry of a recognized request into an Exchange. Response bodies are added later, because reading them takes time.

import type { Entry } from 'har-format';
import { type Body, type Exchange, type Preflight, STRIPPED_TOKEN, UNAVAILABLE_VALUE } from '../core/model/exchange.ts';
import type { OperationMatch } from '../core/model/operation-match.ts';
import { boundText, copyText, MAX_HEADERS, MAX_VALUE_CHARS, redactAndBound } from '../core/secrets/bounded-text.ts';
import { redactSecrets } from '../core/secrets/redact-secrets.ts';
import { requestedHeaders, requestedMethod } from './cors.ts';
import { detectFailure } from './failure.ts';
import { isViaServiceWorker, networkError, parseRequestBody } from './har-entry.ts';
import type { HeaderReader } from './header-reader.ts';

interface ExchangeOptions {
  readonly id: number;
  readonly match: OperationMatch;
  readonly readHeaders: HeaderReader;
  /** The entry of the request's preflight, if there was one. */
  readonly preflight?: Entry | undefined;
}

export function createExchange(entry: Entry, { id, match, readHeaders, preflight }: ExchangeOptions): Exchange {
  const { url } = entry.request;
  const request = readHeaders(entry.request.headers);
  return {
    id,
    source: 'browser',
    startedMs: Date.parse(entry.startedDateTime),
    durationMs: durationOf(entry),
    match: redactPath(match, url),
    request: {
      method: boundText(entry.request.method).toUpperCase(),
      url: redactAndBound(url),
      ...request,
      body: parseRequestBody(entry),
    },
    response: {
      status: statusOf(entry),
      statusText: redactAndBound(entry.response.statusText),
      ...withoutToken(readHeaders(entry.response.headers)),
      body: pendingBody(entry),
    },
    failure: detectFailure(entry, preflight),
    preflight: preflight && createPreflight(preflight),
    viaServiceWorker: isViaServiceWorker(entry),
  };
}

/** The request of a rejected preflight: the browser never sent it, so only its method and header names are known. */
export function createBlockedExchange(preflight: Entry, id: number, match: OperationMatch): Exchange {
  const method = boundText(requestedMethod(preflight));
  const names = requestedHeaders(preflight).map((name) => boundText(name));
  return {
    id,
    source: 'browser',
    startedMs: Date.parse(preflight.startedDateTime),
    durationMs: durationOf(preflight),
    match: redactPath(match, preflight.request.url),
    request: {
      method,
      url: redactAndBound(preflight.request.url),
      headers: names
        .slice(0, MAX_HEADERS)
        .filter((name) => name !== 'authorization')
        .map((name) => [name, UNAVAILABLE_VALUE] as const),
      token: names.includes('authorization') ? STRIPPED_TOKEN : undefined,
      body: withBody.has(method.toUpperCase())
        ? { kind: 'unavailable', reason: 'not-provided', bytes: undefined }
        : { kind: 'none' },
    },
    response: { status: 0, statusText: '', headers: [], body: { kind: 'none' } },
    failure: { kind: 'cors', message: networkError(preflight) },
    preflight: createPreflight(preflight),
    viaServiceWorker: false,
  };
}

function withoutToken({ token: _, ...received }: ReturnType<HeaderReader>) {
  return received;
}

/** Methods whose requests usually have a body. */
const withBody = new Set(['POST', 'PUT', 'PATCH']);

/** The path is part of the URL, so it is redacted with it. */
function redactPath(match: OperationMatch, url: string): OperationMatch {
  const path = match.path && redactSecrets(match.path);
  if (url === boundText(url)) return path === match.path ? match : { ...match, path };
  // A secret that was cut off is not recognizable.
  const safePath = /[?#]/.test(url.slice(0, MAX_VALUE_CHARS)) ? path : path?.slice(0, path.lastIndexOf('/') + 1);
  return { ...match, path: safePath && copyText(safePath) };
}

export function createPreflight(entry: Entry): Preflight {
  return { status: statusOf(entry), durationMs: durationOf(entry) };
}

/** 0 if there is none. */
function statusOf({ response: { status } }: Entry): number {
  return Number.isInteger(status) && status > 0 && status < 1000 ? status : 0;
}

/** Firefox gives meaningless times to requests without a response. */
function durationOf(entry: Entry): number | undefined {
  const timed = statusOf(entry) > 0 || networkError(entry) !== '';
  return timed && entry.time >= 0 && Number.isFinite(entry.time) ? entry.time : undefined;
}

function pendingBody(entry: Entry): Body {
  const { content } = entry.response;
  const status = statusOf(entry);
  if (status === 0 || status === 204) return { kind: 'none' };
  return { kind: 'pending', bytes: content?.size >= 0 ? content.size : undefined };
}
