// Measures the size of an exchange in the log, and removes its bodies. The work depends only on the number of headers.

import type { Body, Exchange, ForwardedRequest, Headers, Token } from '../core/model/exchange.ts';

/** The bytes of the request and response bodies, as far as they are stored. */
export function countBodyBytes({ request, response, forwarded }: Exchange): number {
  return (
    textBytes(request.body) +
    textBytes(response.body) +
    (forwarded ? textBytes(forwarded.request.body) + textBytes(forwarded.response.body) : 0)
  );
}

/** The size in a file may be any number, so it has to be one that the text can have: UTF-8 has one to three bytes for a character. */
function textBytes(body: Body): number {
  if (body.kind !== 'text') return 0;
  const { length } = body.text;
  const bytes = body.bytes - (body.missingChars ?? 0);
  return bytes > length ? Math.min(bytes, 3 * length) : length;
}

/** Everything but bodies and headers: URL, messages and what is known about the token. */
export function countOtherBytes(exchange: Exchange): number {
  const { forwarded } = exchange;
  if (forwarded === undefined) return otherBytes(exchange);
  const { request, response } = forwarded;
  const headers = [...request.headers, ...response.headers];
  return otherBytes(exchange) + otherBytes(forwarded) + totalLength(headers.flat());
}

function otherBytes({
  match,
  request,
  response,
  failure,
  server,
}: Omit<ForwardedRequest, 'server'> & Pick<Exchange, 'server'>): number {
  const { app, process, pageRequest } = server ?? {};
  const texts = [request.method, request.url, match.path, response.statusText, failure?.message];
  return (
    totalLength([...texts, app, process, pageRequest?.method, pageRequest?.path]) +
    tokenBytes(request.token) +
    detailBytes(request.body) +
    detailBytes(response.body)
  );
}

function tokenBytes(token: Token | undefined): number {
  if (token === undefined) return 0;
  return totalLength([token.scheme, token.fingerprint, token.issuer, token.clientId]) + totalLength(token.scopes ?? []);
}

function detailBytes(body: Body): number {
  if (body.kind === 'binary') return body.note.length;
  return body.kind === 'unavailable' ? totalLength([body.detail]) : 0;
}

function totalLength(texts: readonly (string | undefined)[]): number {
  return texts.reduce((sum, text) => sum + (text?.length ?? 0), 0);
}

/** Measures headers together: nearly all are the same from exchange to exchange, and such a text is stored only once. */
export interface HeaderBytes {
  /** The bytes that these headers add to those counted before. */
  add(headers: Headers): number;
  /** The bytes that removing them frees. Each must have been added before. */
  remove(headers: Headers): number;
}

/** Longer texts are not shared; see `header-reader.ts`. */
const MAX_SHARED_CHARS = 120;
/** The size of a pair, in addition to its texts. */
const PAIR_BYTES = 16;

export function createHeaderBytes(): HeaderBytes {
  const uses = new Map<string, number>();
  const addText = (text: string) => {
    if (text.length > MAX_SHARED_CHARS) return text.length;
    const count = uses.get(text) ?? 0;
    uses.set(text, count + 1);
    return count === 0 ? text.length : 0;
  };
  const removeText = (text: string) => {
    if (text.length > MAX_SHARED_CHARS) return text.length;
    const count = uses.get(text) ?? 0;
    if (count > 1) {
      uses.set(text, count - 1);
      return 0;
    }
    uses.delete(text);
    return text.length;
  };
  const sum = (headers: Headers, bytesOf: (text: string) => number) =>
    headers.reduce((bytes, [name, value]) => bytes + PAIR_BYTES + bytesOf(name) + bytesOf(value), 0);
  return { add: (headers) => sum(headers, addText), remove: (headers) => sum(headers, removeText) };
}

export function withoutBodies(exchange: Exchange): Exchange {
  const { forwarded } = exchange;
  return {
    ...exchange,
    ...withoutTexts(exchange),
    ...(forwarded && { forwarded: { ...forwarded, ...withoutTexts(forwarded) } }),
  };
}

function withoutTexts({ request, response }: Pick<Exchange, 'request' | 'response'>) {
  return {
    request: { ...request, body: withoutText(request.body) },
    response: { ...response, body: withoutText(response.body) },
  };
}

function withoutText(body: Body): Body {
  return body.kind === 'text' ? { kind: 'unavailable', reason: 'evicted', bytes: body.bytes } : body;
}
