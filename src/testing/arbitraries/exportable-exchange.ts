// Arbitrary exchanges that a HAR file can represent without loss: every kind of body, failure, preflight, token and match. For property tests.

import fc from 'fast-check';
import { operations } from '../../catalogue/operations.ts';
import { matchOperation } from '../../core/match/match-operation.ts';
import { type Body, type Exchange, type Failure, type Token, UNAVAILABLE_VALUE } from '../../core/model/exchange.ts';
import type { OperationMatch } from '../../core/model/operation-match.ts';
import { withForwarded } from '../../core/server-requests/forwarded.ts';
import { root } from '../exchange.ts';
import { proxyRoot, startedMs } from './valid-request.ts';

const word = fc.stringMatching(/^[a-z][a-z ]{0,20}$/);
const count = fc.nat(10_000);
const timeMs = fc.integer({ min: startedMs, max: startedMs + 1_800_000 });

const body: fc.Arbitrary<Body> = fc.oneof(
  fc.record({ kind: fc.constant('none' as const) }),
  fc
    .record(
      { kind: fc.constant('text' as const), text: word, missingChars: fc.integer({ min: 1, max: 10_000 }) },
      { requiredKeys: ['kind', 'text'] },
    )
    .map((body) => ({ ...body, bytes: body.text.length + (body.missingChars ?? 0) })),
  fc.record({ kind: fc.constant('binary' as const), bytes: count, note: word }),
  fc.record(
    {
      kind: fc.constant('unavailable' as const),
      reason: fc.constantFrom('evicted', 'navigated', 'not-provided', 'interrupted', 'not-read', 'not-in-file'),
      bytes: optional(count),
      detail: word,
    },
    { requiredKeys: ['kind', 'reason', 'bytes'] },
  ),
);

const token: fc.Arbitrary<Token> = fc.record({
  kind: fc.constantFrom('jwt', 'opaque', 'missing'),
  scheme: fc.constantFrom('Bearer', 'Basic', ''),
  fingerprint: fc.constantFrom('0a1b2c3d', ''),
  length: count,
  issuer: optional(fc.constant('https://identity.xero.com')),
  clientId: optional(word),
  audience: optional(fc.constantFrom('api', 'app', 'other')),
  scopes: optional(fc.array(word, { maxLength: 3 })),
  notBeforeMs: optional(timeMs),
  expiresMs: optional(timeMs),
});

const failure: fc.Arbitrary<Failure> = fc.record({
  kind: fc.constantFrom('cors', 'aborted', 'network'),
  message: fc.oneof(fc.constantFrom('', 'net::ERR_FAILED'), word),
});

const headers = fc.array(
  fc.tuple(fc.constantFrom('accept', 'x-request-id', 'xero-tenant-id'), fc.oneof(word, fc.constant(UNAVAILABLE_VALUE))),
  { maxLength: 3 },
);

/** Never 0: then there is no such property. */
const omittedHeaders = fc.integer({ min: 1, max: 5_000 });

const mapped = 'https://app.example/api/xero';

/** With its match, where `mapped` is mapped. */
const requestLine = fc
  .tuple(
    fc.constantFrom(...operations),
    fc.constantFrom(root, proxyRoot, mapped),
    fc.constantFrom('', '?page=2', '?name=|a b|'),
  )
  .map(([{ method, path }, base, query]) => {
    const url = base + path.replace(/\{\w+\}/g, 'id') + query;
    return { method: method as string, url, match: matchOperation(method, url, [mapped]) as OperationMatch };
  });

const pageRequest = fc.record({
  id: count,
  method: fc.constantFrom('GET', 'POST'),
  path: fc.constantFrom('/', '/app/time'),
  startedMs: optional(timeMs),
  outcome: optional(
    fc.record({
      status: fc.constantFrom(0, 200, 502),
      durationMs: optional(count),
      exchangeId: fc.constant(undefined),
    }),
  ),
});

const server = fc.record({
  app: optional(fc.constantFrom('timesheets', 'My app')),
  process: fc.constantFrom('0a1b2c3d', 'ffffffff'),
  sequence: fc.integer({ min: 1, max: 1e9 }),
  pageRequest: optional(pageRequest),
});

const oneSide: fc.Arbitrary<Exchange> = fc
  .record({
    id: fc.constant(1),
    // An imported exchange, so that a round trip doesn't change it.
    source: fc.constant('import' as const),
    startedMs: fc.oneof(timeMs, fc.constant(Number.NaN)),
    durationMs: optional(fc.double({ min: 0, max: 60_000, noNaN: true })),
    requestLine,
    request: fc.record(
      { headers, omittedHeaders, token: optional(token), body },
      { requiredKeys: ['headers', 'token', 'body'] },
    ),
    response: fc.record(
      { status: fc.constantFrom(0, 200, 204, 400, 429, 503), statusText: word, headers, omittedHeaders, body },
      { requiredKeys: ['status', 'statusText', 'headers', 'body'] },
    ),
    failure: optional(failure),
    preflight: optional(fc.record({ status: fc.constantFrom(0, 200, 403), durationMs: optional(count) })),
    viaServiceWorker: fc.boolean(),
    server: optional(server),
  })
  .map(({ requestLine: { method, url, match }, request, server, ...rest }) => ({
    ...rest,
    ...(server && { server }),
    match,
    request: { method, url, ...request },
  }));

/** Sometimes with the server's side of it. */
export const exportableExchange: fc.Arbitrary<Exchange> = fc
  .tuple(oneSide, optional(fc.tuple(oneSide, server)))
  .map(([page, other]) => (other ? withForwarded(page, { ...other[0], server: other[1] }) : page));

function optional<T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.option(value, { nil: undefined });
}
