// One mutation for each thing that can be wrong with a call as a whole: address, query, headers, token, key, body.

import { MAX_HEADERS_BYTES, MAX_IDEMPOTENCY_KEY_CHARS } from '../../catalogue/constants.ts';
import { type OperationId, operations } from '../../catalogue/operations.ts';
import type { ParameterRow } from '../../catalogue/schema.ts';
import { absentOperations } from '../../catalogue/unsupported-operations.ts';
import type { Token } from '../../core/model/exchange.ts';
import { exchangeOf, proxyRoot, startedMs, type ValidCall } from '../arbitraries/valid-call.ts';
import { exchange } from '../exchange.ts';
import { absent, answered, changedAt, direct, type Mutation, mutationsOfChecks, withHeaders } from './mutation.ts';

const ids = operations.map((row) => row.id);
const idsOf = (fits: (row: (typeof operations)[number]) => boolean) => operations.filter(fits).map((row) => row.id);
const withBody = idsOf((row) => 'requestBody' in row);
const withAnswer = idsOf((row) => 'responseBody' in row);
const withKey = idsOf((row) => row.takesIdempotencyKey);
const posts = idsOf((row) => row.method === 'POST');
const uuid = '254553fa-2be8-4991-bd5e-70a97ea12ef8';
const malformedIds = ['undefined', 'null', '42', '%7BprojectId%7D', '%', uuid.slice(1), `${uuid}0`, 'a'.repeat(5_000)];

const viaProxy = (call: ValidCall, status: number) => answered({ ...call, root: proxyRoot }, status);

const tokenMutations: readonly Mutation[] = [
  { name: 'no Authorization', fires: 'token-missing', mutate: (call) => ({ ...direct(call), token: undefined }) },
  withToken('an empty Authorization', 'token-missing', { kind: 'missing' }),
  {
    name: 'no Authorization, and a 401 by way of a proxy',
    fires: 'token-missing',
    mutate: (call) => ({ ...viaProxy(call, 401), token: undefined }),
  },
  withToken('Basic', 'token-not-bearer', { scheme: 'Basic' }),
  withToken('a bare token', 'token-not-bearer', { scheme: '' }),
  withToken('an opaque token', 'token-not-jwt', {
    kind: 'opaque',
    issuer: undefined,
    scopes: undefined,
    expiresMs: undefined,
  }),
  withToken('another issuer', 'token-wrong-issuer', { issuer: 'https://login.example' }),
  withToken('no issuer', 'token-wrong-issuer', { issuer: undefined }),
  withToken('a token that just expired', 'token-expired', { expiresMs: startedMs }),
  withToken('a token of long ago', 'token-expired', { expiresMs: 1_000 }),
  withToken('a token that lasts a moment', 'token-expires-soon', { expiresMs: startedMs + 1 }),
  withToken('a token that lasts almost a minute', 'token-expires-soon', { expiresMs: startedMs + 59_999 }),
  withToken('no scopes', 'token-scope', { scopes: [] }),
  withToken('scopes of other APIs', 'token-scope', { scopes: ['openid', 'accounting.contacts', 'PROJECTS'] }),
  {
    ...withToken('the scope to read', 'token-scope', { scopes: ['projects.read'] }),
    of: idsOf((row) => row.method !== 'GET'),
  },
];

const headerMutations: readonly Mutation[] = [
  {
    name: 'no tenant',
    fires: 'tenant-missing',
    mutate: (call) => withHeaders(answered(direct(call), 403), { 'xero-tenant-id': undefined }),
  },
  {
    name: 'no tenant, and a 403 by way of a proxy',
    fires: 'tenant-missing',
    mutate: (call) => withHeaders(viaProxy(call, 403), { 'xero-tenant-id': undefined }),
  },
  ...['', 'Acme Ltd', '42', 'undefined', `${uuid}, ${uuid}`].map((tenant) =>
    withHeader('xero-tenant-id', tenant, 'tenant-not-uuid'),
  ),
  { name: 'the connection for the tenant', fires: 'tenant-id-is-connection-id', mutate: afterConnections },
  ...mutationsOfChecks.flatMap(([id, { headers = [] }]) =>
    headers.flatMap((each) => Object.entries(each).map(([header, value]) => withHeader(header, value, id))),
  ),
  { ...withHeader('content-type', 'text/plain;charset=UTF-8', 'body-content-type'), of: withBody },
  { ...withHeader('content-type', 'application/x-www-form-urlencoded', 'body-content-type'), of: withBody },
  { ...withHeader('content-type', 'application/jsonp', 'body-content-type'), of: withBody },
  {
    name: 'cookies',
    fires: 'cookies-forwarded',
    mutate: (call) => withHeaders(direct(call), { cookie: '[2 cookies, 60 characters, not kept]' }),
  },
  {
    name: 'many cookies, and a refusal by way of a proxy',
    fires: 'cookies-forwarded',
    mutate: (call) => withHeaders(viaProxy(call, 500), { cookie: '[9 cookies, 4096 characters, not kept]' }),
  },
  withHeader('x-large', 'x'.repeat(MAX_HEADERS_BYTES), 'headers-too-large'),
];

const keyMutations: readonly Mutation[] = [
  {
    name: 'no key',
    fires: 'idempotency-key-missing',
    of: posts,
    mutate: (call) => withHeaders(call, { 'idempotency-key': undefined }),
  },
  {
    ...withHeader('idempotency-key', 'k'.repeat(MAX_IDEMPOTENCY_KEY_CHARS + 1), 'idempotency-key-too-long'),
    of: withKey,
  },
  {
    ...withHeader('idempotency-key', 'a key', 'idempotency-key-ignored'),
    of: ids.filter((id) => !withKey.includes(id)),
  },
  {
    name: 'the key of a call with another body',
    fires: 'idempotency-key-reused',
    of: withBody,
    mutate: (call) => afterUse(call, (keyed) => ({ ...keyed, sent: { another: 'body' }, status: 200 })),
  },
  {
    name: 'the key of a call to another address',
    fires: 'idempotency-key-reused',
    of: withKey,
    mutate: (call) => afterUse(call, (keyed) => ({ ...keyed, query: [['another', 'address']], status: 400 })),
  },
  ...[400, 404, 500].map((status) => ({
    name: `the key of the same call that was answered ${status}`,
    fires: 'idempotency-key-replays-error',
    of: withKey,
    mutate: (call: ValidCall) => afterUse(answered(call, status), (keyed) => keyed),
  })),
  {
    name: 'the key of the same call that was answered 500, before a limit refused this one',
    fires: 'idempotency-key-replays-error',
    of: withKey,
    mutate: (call) => afterUse(answered(call, 429), (keyed) => ({ ...keyed, status: 500 })),
  },
];

const bodyMutations: readonly Mutation[] = [
  ...[undefined, '', ' \r\n\t'].map((sent) => withSent('body-missing', sent)),
  ...['{"name":', '[object Object]', 'name=Attic', '<project/>', '{"a":1}{"b":2}', "{'a':1}", '{"a":1,}', '\0'].map(
    (sent) => withSent('body-not-json', sent),
  ),
  ...['[]', '[{}]', 'null', '5', '"text"', 'true'].map((sent) => withSent('field-type', sent)),
  {
    name: 'a contact on an update',
    fires: 'contact-on-update',
    of: ['updateProject'],
    mutate: (call) => ({ ...call, sent: changedAt(call.sent, ['contactId'], uuid) }),
  },
  {
    name: 'a status on an update',
    fires: 'status-on-update',
    of: ['updateProject'],
    mutate: (call) => ({ ...call, sent: changedAt(call.sent, ['status'], 'CLOSED') }),
  },
  {
    name: 'an update of time without its description',
    fires: 'description-cleared',
    of: ['updateTimeEntry'],
    mutate: (call) => ({ ...call, sent: changedAt(call.sent, ['description'], absent) }),
  },
  ...[absent, null].map((rate) => ({
    name: `an uncharged task, its rate ${rate === null ? 'null' : 'missing'}`,
    fires: 'rate-missing',
    of: ['createTask', 'updateTask'] as const,
    mutate: (call: ValidCall) => ({
      ...call,
      sent: changedAt(changedAt(call.sent, ['chargeType'], 'NON_CHARGEABLE'), ['rate'], rate),
    }),
  })),
];

const addressMutations: readonly Mutation[] = [
  ...operations.flatMap((row) =>
    ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'PROPFIND']
      .filter((method) => !operations.some((each) => each.path === row.path && each.method === method))
      .map((method) => ({
        name: `${method} in place of ${row.method} ${row.path}`,
        fires: 'unsupported-operation',
        of: [row.id],
        mutate: (call: ValidCall) => ({ ...call, method }),
      })),
  ),
  ...absentOperations.map(({ methods = ['GET'], path }) =>
    toPath(methods[0] ?? 'GET', path.replace('/**', '').replaceAll('*', uuid)),
  ),
  ...['', '/', '/Project', '/%', '/%E0%A4%A', `/Projects/${uuid}/Tasks/${uuid}/Time`].map((path) =>
    toPath('GET', path),
  ),
  ...operations.flatMap((row) =>
    Array.from(row.path.matchAll(/\{(\w+)\}/g), ([, name], index) =>
      malformedIds.map((id) => ({
        name: `${row.id}: ${name} is ${id.slice(0, 40)}`,
        fires: 'path-id-malformed',
        of: [row.id],
        mutate: (call: ValidCall) => ({ ...call, ids: call.ids.with(index, id) }),
      })),
    ).flat(),
  ),
];

const queryMutations: readonly Mutation[] = operations.flatMap((operation) => {
  const { id } = operation;
  const rows: readonly ParameterRow[] = operation.query;
  const names = ['undocumented', '_', '', '__proto__', ...rows.flatMap((row) => row.mistakenFor ?? [])];
  return [
    ...names.map((name) => queried(id, 'query-unknown', (query) => [...query, [name, '1']], `${name}=1`)),
    ...rows.flatMap((row) => [
      ...unreadable(row).map((value) => queried(id, 'query-value', set(row, value), `${row.name}=${value}`)),
      ...beyond(row).map((value) => queried(id, 'query-out-of-range', set(row, value), `${row.name}=${value}`)),
      ...(row.type === 'date-time' ? ['2026-11-22', '2026-11-22T14:02:41', '2026-11-22T14:02:41+13:00'] : []).map(
        (value) => queried(id, 'query-not-utc', set(row, value), `${row.name}=${value}`),
      ),
      queried(id, 'query-repeated', twice(row), `${row.name} twice`),
    ]),
  ];
});

/** Whatever is wrong with a call as a whole. */
export const callMutations: readonly Mutation[] = [
  ...tokenMutations,
  ...headerMutations,
  ...keyMutations,
  ...bodyMutations,
  ...addressMutations,
  ...queryMutations,
  ...['[]', 'null', '5', '"text"'].map((answer) => ({
    name: `an answer that is ${answer}`,
    fires: 'response-field-type',
    of: withAnswer,
    mutate: (call: ValidCall) => ({ ...answered(call, 200), answer }),
  })),
];

function withToken(name: string, fires: string, changes: Partial<Token>): Mutation {
  return {
    name,
    fires,
    mutate: (call) => (call.token ? { ...direct(call), token: { ...call.token, ...changes } } : undefined),
  };
}

function withHeader(header: string, value: string, fires: string): Mutation {
  return {
    name: `${header}: ${value.slice(0, 40)}`,
    fires,
    mutate: (call) => withHeaders(call, { [header]: value }),
  };
}

function withSent(fires: string, sent: string | undefined): Mutation {
  return { name: `the body ${JSON.stringify(sent)}`, fires, of: withBody, mutate: (call) => ({ ...call, sent }) };
}

function toPath(method: string, path: string): Mutation {
  return { name: `${method} ${path}`, fires: 'unsupported-operation', mutate: (call) => ({ ...call, method, path }) };
}

/** A call with a key that one before it used as well. */
function afterUse(call: ValidCall, earlier: (keyed: ValidCall) => ValidCall): ValidCall {
  const keyed = withHeaders(call, { 'idempotency-key': 'used twice' });
  return { ...keyed, before: [...keyed.before, exchangeOf(earlier(keyed), 8, startedMs - 359_000)] };
}

function afterConnections(call: ValidCall): ValidCall {
  const id = call.headers['xero-tenant-id'];
  const connections = exchange({
    id: 7,
    url: 'https://api.xero.com/connections',
    startedMs: startedMs - 5_000,
    body: [{ id: id?.toUpperCase(), tenantId: 'e1eede29-f875-4a5d-8470-17f6a29a88b1', tenantName: 'Acme Ltd' }],
  });
  return { ...call, before: [...call.before, connections] };
}

type Query = ValidCall['query'];

function queried(id: OperationId, fires: string, change: (query: Query) => Query, how: string): Mutation {
  return { name: `${id}: ${how}`, fires, of: [id], mutate: (call) => ({ ...call, query: change(call.query) }) };
}

function set(row: ParameterRow, value: string): (query: Query) => Query {
  return (query) => [...without(query, row), [row.name, value]];
}

function twice(row: ParameterRow): (query: Query) => Query {
  const value = readable(row);
  return (query) => [[row.alsoSpelled ?? row.name, value], ...without(query, row), [row.name, value]];
}

function without(query: Query, row: ParameterRow): Query {
  return query.filter(
    ([name]) => ![row.name, row.alsoSpelled].some((each) => each?.toLowerCase() === name.toLowerCase()),
  );
}

function readable({ type, min = 1, values: [value = ''] = [] }: ParameterRow): string {
  const readable = { integer: String(min), boolean: 'true', uuid, 'date-time': '2026-11-22T14:02:41Z', enum: value };
  return readable[type as keyof typeof readable];
}

function unreadable(row: ParameterRow): string[] {
  const wrong: Partial<Record<ParameterRow['type'], readonly string[]>> = {
    integer: ['two', '1.5', '1e1', '0x1', 'NaN'],
    boolean: ['yes', '1'],
    uuid: ['42', uuid.slice(1), '{}'],
    'date-time': ['yesterday', '22/11/2026', '2026-02-30', '2026-11-22T25:00:00Z', '1763769600000'],
    enum: ['UNHEARD_OF', readable(row).toLowerCase()],
  };
  const values = wrong[row.type] ?? [];
  return row.commaSeparated ? [...values, `${readable(row)},${values[0]}`] : [...values];
}

function beyond({ type, min, max }: ParameterRow): string[] {
  if (type !== 'integer') return [];
  return [...(min === undefined ? [] : [`${min - 1}`, '-1']), ...(max === undefined ? [] : [`${max + 1}`])];
}
