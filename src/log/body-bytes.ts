// How much room the bodies of an exchange take in the log, and the exchange without them.

import type { Body, Exchange } from '../core/model/exchange.ts';

/** The bytes of both bodies. */
export function countBodyBytes({ request, response }: Exchange): number {
  return bytesOf(request.body) + bytesOf(response.body);
}

function bytesOf(body: Body): number {
  return body.kind === 'text' ? body.bytes : 0;
}

export function withoutBodies(exchange: Exchange): Exchange {
  const { request, response } = exchange;
  return {
    ...exchange,
    request: { ...request, body: withoutText(request.body) },
    response: { ...response, body: withoutText(response.body) },
  };
}

function withoutText(body: Body): Body {
  return body.kind === 'text' ? { kind: 'lost', why: 'released', bytes: body.bytes } : body;
}
