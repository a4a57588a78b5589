// Counts the bytes of an exchange's bodies, and removes the bodies.

import type { Body, Exchange } from '../core/model/exchange.ts';

/** The bytes of the request and response bodies. */
export function countBodyBytes({ request, response }: Exchange): number {
  return textBytes(request.body) + textBytes(response.body);
}

function textBytes(body: Body): number {
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
  return body.kind === 'text' ? { kind: 'unavailable', reason: 'evicted', bytes: body.bytes } : body;
}
