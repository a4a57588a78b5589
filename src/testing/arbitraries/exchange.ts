// Random exchanges, with whatever a server, a browser or a hostile page can put into one. For property tests.

import fc from 'fast-check';
import { entities } from '../../catalogue/entities.ts';
import { operations } from '../../catalogue/operations.ts';
import { matchOperation } from '../../core/match/match-operation.ts';
import type { Body, Exchange, Failure, Headers, Token } from '../../core/model/exchange.ts';
import type { OperationMatch } from '../../core/model/operation-match.ts';
import { root } from '../exchange.ts';
import { proxyRoot, startedMs } from './valid-request.ts';

/** Includes lone surrogates. */
const units = fc.array(fc.nat(0xffff), { maxLength: 20 }).map((codes) => String.fromCharCode(...codes));
const marks = fc.array(fc.constantFrom('`', '%', '\n', '\0', '\u202e', '"', '{', '&', '=', '/', '\\u0000', '…'), {
  maxLength: 12,
});

export const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  units,
  marks.map((all) => all.join('')),
  fc.constantFrom('', 'undefined', '__proto__', 'constructor', 'toString', '[object Object]'),
);

const longText = fc.constantFrom('`', '\u2028', 'x').map((each) => each.repeat(9_000));
const uuid = '254553fa-2be8-4991-bd5e-70a97ea12ef8';
const parameterNames = [...new Set(operations.flatMap((row) => row.query.map((each) => each.name)))];
const headerNames = ['accept', 'authorization', 'content-type', 'cookie', 'idempotency-key', 'xero-tenant-id'];

/** Values that are valid for some fields and invalid for others. */
const telling = fc.constantFrom<unknown>(
  ...[null, true, 0, -1, 1.5, 60_000, '5', '', ' ', 'NON_CHARGEABLE', 'time', 'nzd', 'x'.repeat(101)],
  ...[uuid, '42', '2026-11-22T00:00:00Z', '2026-11-22', '2026-02-30'],
);

const anyJson = fc.letrec<{ value: unknown; object: unknown; documented: unknown; list: unknown }>((tie) => ({
  value: fc.oneof({ maxDepth: 3 }, telling, anyText, fc.double(), tie('object'), tie('documented'), tie('list')),
  object: fc.dictionary(anyText, tie('value'), { maxKeys: 4 }),
  // The names are documented, so checks read the values.
  documented: fc.oneof(
    ...Object.values(entities).map((rows) => {
      const fields = rows.map(({ name }) => [name, fc.oneof(telling, tie('value'))] as const);
      return fc.record(Object.fromEntries(fields), { requiredKeys: [] });
    }),
  ),
  list: fc.array(tie('value'), { maxLength: 3 }),
}));

/** A value of any JSON type. */
export const anyValue = anyJson.value;

const anyBodyText = fc.oneof(
  { weight: 4, arbitrary: anyJson.documented.map((value) => JSON.stringify(value)) },
  anyJson.value.map((value) => JSON.stringify(value)),
  fc.tuple(fc.json(), fc.nat(80)).map(([json, cut]) => json.slice(0, cut)),
  anyText,
  longText,
  fc.constantFrom(
    '{"duration":1e400,"estimateMinutes":-1e400}',
    '{"name":"a","Name":5,"NAME":null}',
    '\ufeff{}',
    // Connections with ids that are also used in headers.
    '[null,5,{"id":1},{"id":"`","tenantId":"\\u0000`","tenantName":"`\\n"},{"id":"the same","tenantId":""}]',
  ),
);

const anyBody: fc.Arbitrary<Body> = fc.oneof(
  anyBodyText.map((text) => ({ kind: 'text' as const, text, bytes: text.length })),
  fc.constantFrom<Body>(
    { kind: 'none' },
    { kind: 'binary', bytes: 3, note: 'image/png' },
    { kind: 'pending', bytes: undefined },
    { kind: 'unavailable', reason: 'evicted', bytes: undefined },
  ),
);

const anyQuery = fc
  .array(fc.tuple(fc.oneof(fc.constantFrom(...parameterNames), anyText), fc.oneof(telling.map(String), anyText)), {
    maxLength: 6,
  })
  .map((pairs) => pairs.map(([name, value]) => `${name}=${value}`).join('&'));

const anyUrl = fc.oneof(
  fc
    .tuple(fc.constantFrom(root, proxyRoot), fc.constantFrom(...operations.map((row) => row.path)), anyText, anyQuery)
    .map(([base, path, id, query]) => `${base}${path.replace(/\{\w+\}/g, () => id)}?${query}`),
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  anyText.map((text) => `${root}/${text}`),
  fc.constant('https://api.xero.com/connections'),
  anyText,
);

const anyMethod = fc.oneof(fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'put'), anyText);
const anyNumber = fc.oneof(fc.double(), fc.constantFrom(startedMs, Number.NaN, Number.POSITIVE_INFINITY, -1e300));

const anyHeaders: fc.Arbitrary<Headers> = fc.array(
  fc.tuple(
    fc.oneof(fc.constantFrom(...headerNames), anyText),
    fc.oneof(fc.constantFrom('the same', '`', uuid), anyText),
  ),
  { maxLength: 6 },
);

const anyToken: fc.Arbitrary<Token> = fc.record({
  kind: fc.constantFrom('jwt', 'opaque', 'missing'),
  scheme: fc.oneof(fc.constant('Bearer'), anyText),
  fingerprint: anyText,
  length: fc.nat(10_000),
  issuer: fc.option(fc.oneof(fc.constant('https://identity.xero.com'), anyText), { nil: undefined }),
  clientId: fc.option(anyText, { nil: undefined }),
  scopes: fc.option(fc.array(anyText, { maxLength: 5 }), { nil: undefined }),
  notBeforeMs: fc.option(anyNumber, { nil: undefined }),
  expiresMs: fc.option(anyNumber, { nil: undefined }),
});

const failures: readonly Failure[] = [
  { kind: 'cors', message: '' },
  { kind: 'aborted', message: 'net::ERR_ABORTED' },
  { kind: 'network', message: '' },
];

/** Sometimes an operation that does not fit the URL. */
const anyMatch = fc.option(
  fc.record({
    matchedBy: fc.constantFrom('host', 'path', 'mapped'),
    path: fc.option(anyText, { nil: undefined }),
    operation: fc.option(fc.constantFrom(...operations.map((row) => row.id)), { nil: undefined }),
  }),
  { nil: undefined, freq: 2 },
);

const otherwise: OperationMatch = { matchedBy: 'mapped', path: '/', operation: undefined };

const anyServer = fc.record({
  app: fc.option(anyText, { nil: undefined }),
  process: fc.constant('0a1b2c3d'),
  sequence: fc.nat(),
  pageRequest: fc.option(
    fc.record({
      id: fc.nat(),
      method: fc.constantFrom('GET', 'POST'),
      path: anyText,
      startedMs: fc.option(anyNumber, { nil: undefined }),
      outcome: fc.constantFrom(undefined, { status: 502, durationMs: 12, exchangeId: undefined }),
    }),
    { nil: undefined },
  ),
});

export const anyExchange: fc.Arbitrary<Exchange> = fc
  .record({
    id: fc.nat(),
    source: fc.constantFrom('browser', 'server', 'import'),
    startedMs: anyNumber,
    durationMs: fc.option(anyNumber, { nil: undefined }),
    match: anyMatch,
    request: fc.record({
      method: anyMethod,
      url: anyUrl,
      headers: anyHeaders,
      token: fc.option(anyToken, { nil: undefined }),
      body: anyBody,
    }),
    response: fc.record({
      status: fc.oneof(fc.constantFrom(200, 204), fc.constantFrom(0, 401, 403, 500), fc.nat(999)),
      statusText: anyText,
      headers: anyHeaders,
      body: anyBody,
    }),
    failure: fc.constantFrom(undefined, undefined, ...failures),
    preflight: fc.constant(undefined),
    viaServiceWorker: fc.boolean(),
    server: fc.option(anyServer, { nil: undefined, freq: 2 }),
  })
  .map(({ match, server, ...made }) => ({
    ...made,
    ...(server && { server }),
    match: match ?? matchOperation(made.request.method, made.request.url) ?? otherwise,
  }));
