// Turns a HAR entry of a recognised call into an Exchange. Bodies of answers come later: reading them takes time.

import type { Entry } from 'har-format';
import { type Body, type Exchange, type Preflight, unseenToken, untoldValue } from '../core/model/exchange.ts';
import type { Recognition } from '../core/model/operation-match.ts';
import { withoutTokens } from '../core/secrets/redact-secrets.ts';
import { askedHeaders, askedMethod } from './cors.ts';
import { failureOf } from './failure.ts';
import { errorOf, readHeaders, requestBody, viaServiceWorker } from './har-entry.ts';

/** `preflight`: the entry of the OPTIONS call that went before, where one was seen. */
export function exchangeFrom(entry: Entry, id: number, recognition: Recognition, preflight?: Entry): Exchange {
  const request = readHeaders(entry.request.headers);
  return {
    id,
    startedMs: Date.parse(entry.startedDateTime),
    durationMs: durationOf(entry),
    recognition: safe(recognition),
    request: {
      method: entry.request.method.toUpperCase(),
      url: withoutTokens(entry.request.url),
      headers: request.headers,
      token: request.token,
      body: requestBody(entry),
    },
    response: {
      status: entry.response.status,
      statusText: withoutTokens(entry.response.statusText),
      headers: readHeaders(entry.response.headers).headers,
      body: bodyToCome(entry),
    },
    failure: failureOf(entry, preflight),
    preflight: preflight && preflightFrom(preflight),
    viaServiceWorker: viaServiceWorker(entry),
  };
}

/** The call that a refused preflight asked for: the browser never sent it, so only its method and header names are known. */
export function blockedByPreflight(preflight: Entry, id: number, recognition: Recognition): Exchange {
  const method = askedMethod(preflight);
  const names = askedHeaders(preflight);
  return {
    id,
    startedMs: Date.parse(preflight.startedDateTime),
    durationMs: durationOf(preflight),
    recognition: safe(recognition),
    request: {
      method,
      url: withoutTokens(preflight.request.url),
      headers: names.filter((name) => name !== 'authorization').map((name) => [name, untoldValue] as const),
      token: names.includes('authorization') ? unseenToken : undefined,
      body: withBody.has(method.toUpperCase()) ? { kind: 'lost', why: 'withheld', bytes: undefined } : { kind: 'none' },
    },
    response: { status: 0, statusText: '', headers: [], body: { kind: 'none' } },
    failure: { kind: 'cors', said: errorOf(preflight) },
    preflight: preflightFrom(preflight),
    viaServiceWorker: false,
  };
}

/** Methods whose calls have a body as a rule. */
const withBody = new Set(['POST', 'PUT', 'PATCH']);

/** The path is a part of the address. */
function safe(recognition: Recognition): Recognition {
  const path = recognition.path && withoutTokens(recognition.path);
  return path === recognition.path ? recognition : { ...recognition, path };
}

/** What is kept of a preflight. */
export function preflightFrom(entry: Entry): Preflight {
  return { status: entry.response.status, durationMs: durationOf(entry) };
}

/** The times that Firefox gives a call without an answer mean nothing. */
function durationOf(entry: Entry): number | undefined {
  const timed = entry.response.status > 0 || errorOf(entry) !== '';
  return timed && entry.time >= 0 ? entry.time : undefined;
}

function bodyToCome(entry: Entry): Body {
  const { status, content } = entry.response;
  if (status === 0 || status === 204) return { kind: 'none' };
  return { kind: 'pending', bytes: content?.size >= 0 ? content.size : undefined };
}
