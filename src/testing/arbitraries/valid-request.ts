// Random requests that follow every rule of the catalogue, for property tests.

import fc from 'fast-check';
import { MAX_IDEMPOTENCY_KEY_CHARS } from '../../catalogue/constants.ts';
import { type OperationId, type OperationRow, operations } from '../../catalogue/operations.ts';
import { getOperation } from '../../core/match/match-operation.ts';
import type { Exchange, Token } from '../../core/model/exchange.ts';
import { exchange, root } from '../exchange.ts';
import { parameterValue, returnedEntity, sentEntity, uuid } from './valid-value.ts';

/** The parts of a valid exchange, so that a test can change one of them. */
export interface ValidRequest {
  readonly id: OperationId;
  readonly method: string;
  /** The API root, at Xero or at a proxy. */
  readonly root: string;
  /** The values of the placeholders in the path, in order. */
  readonly ids: readonly string[];
  /** Overrides the operation's path and `ids`. */
  readonly path?: string;
  readonly query: readonly (readonly [name: string, value: string])[];
  readonly headers: Readonly<Record<string, string>>;
  readonly token: Token | undefined;
  /** A string is sent unchanged, anything else as JSON; `undefined`: no body. */
  readonly sent: unknown;
  /** Whether field names start with a capital, as .NET serializes them. */
  readonly capitals: boolean;
  readonly status: number;
  /** The body of a success. Other statuses get an error body. */
  readonly responseBody: unknown;
  readonly before: readonly Exchange[];
}

type Operation = OperationRow & { readonly id: OperationId };

export const startedMs = Date.UTC(2026, 10, 22, 14, 2, 41);
export const proxyRoot = 'https://app.example/api/projects.xro/2.0';
const operationIds = operations.map((row) => row.id);

/** A request of one of the operations `of`, after up to three others. */
export function validRequest(of: readonly OperationId[] = operationIds): fc.Arbitrary<ValidRequest> {
  const before = fc.array(fc.tuple(anyOf(operationIds), fc.integer({ min: 1, max: 600_000 })), { maxLength: 3 });
  return fc.tuple(anyOf(of), before).map(([request, earlier]) => ({
    ...request,
    before: earlier.map(([each, agoMs], i) => exchangeOf(withKeySuffix(each, `-${i}`), i + 1, startedMs - agoMs)),
  }));
}

export function exchangeOf(request: ValidRequest, id = 9, atMs = startedMs): Exchange {
  const query = new URLSearchParams(request.query.map(([name, value]) => [name, value])).toString();
  const path = request.path ?? filled(getOperation(request.id).path, request.ids);
  const isSuccess = request.status < 300;
  const made = exchange({
    id,
    method: request.method,
    url: `${request.root}${path}${query === '' ? '' : `?${query}`}`,
    startedMs: atMs,
    status: request.status,
    body: isSuccess ? request.responseBody : { Title: 'Refused', Status: request.status, Detail: 'An error' },
    sent: request.capitals ? capitalised(request.sent) : request.sent,
    sentHeaders: request.headers,
  });
  return { ...made, request: { ...made.request, token: request.token } };
}

/** The log with the exchange of the request, in order of time. */
export function logWith(request: ValidRequest): { readonly log: readonly Exchange[]; readonly exchange: Exchange } {
  const itself = exchangeOf(request);
  return { log: [...request.before, itself].sort((a, b) => a.startedMs - b.startedMs), exchange: itself };
}

function anyOf(ids: readonly OperationId[]): fc.Arbitrary<ValidRequest> {
  return fc.constantFrom(...operations.filter((row) => ids.includes(row.id))).chain(requestOf);
}

function requestOf(row: Operation): fc.Arbitrary<ValidRequest> {
  return fc.record({
    id: fc.constant(row.id),
    method: fc.constant(row.method),
    root: fc.constantFrom(root, root, proxyRoot, root.toLowerCase()),
    // A check reports an ID that is repeated in the path.
    ids: fc.uniqueArray(uuid, { ...exactly(row.path.split('{').length - 1), selector: (id) => id.toLowerCase() }),
    query: queryOf(row),
    headers: headersOf(row),
    token: tokenOf(row),
    sent: sentBy(row),
    capitals: fc.boolean(),
    status: fc.constantFrom(...successesOf(row), ...errors),
    responseBody: row.responseBody === undefined ? fc.constant(undefined) : returnedEntity(row.responseBody),
    before: fc.constant([]),
  });
}

/** Leaves room for the suffix that makes the keys of a log distinct. */
const longestKey = MAX_IDEMPOTENCY_KEY_CHARS - 2;

const errors = [400, 401, 403, 404, 429, 500, 503];

function successesOf({ documentedStatus, recordedStatus = documentedStatus }: OperationRow): number[] {
  return [documentedStatus, recordedStatus];
}

/** Documented fields that a valid request omits, because a check reports them whatever their value. */
export function fieldsToOmit(id: OperationId): readonly string[] {
  return id === 'updateProject' ? ['contactId'] : [];
}

function sentBy({ id, method, requestBody }: Operation): fc.Arbitrary<unknown> {
  if (requestBody === undefined) return fc.constant(undefined);
  const sent = sentEntity(requestBody, method, fieldsToOmit(id));
  // A PUT without a description clears it, which a check reports.
  return id === 'updateTimeEntry' ? sent.map((fields) => ({ description: null, ...fields })) : sent;
}

function queryOf({ query }: OperationRow): fc.Arbitrary<[string, string][]> {
  const each = query.map((row) =>
    fc.tuple(fc.constantFrom(row.name, row.alsoSpelled ?? row.name, row.name.toLowerCase()), parameterValue(row)),
  );
  return fc.tuple(...each).chain((all) => fc.shuffledSubarray(all));
}

function headersOf({ method, requestBody, takesIdempotencyKey }: OperationRow): fc.Arbitrary<Record<string, string>> {
  const key = fc.oneof(fc.uuid(), fc.constant('k'.repeat(longestKey)));
  const type = fc.constantFrom('application/json', 'application/json; charset=utf-8', 'application/problem+json');
  const named = {
    'xero-tenant-id': uuid,
    accept: fc.constantFrom('application/json', '*/*', 'application/json, text/plain, */*'),
    'content-type': requestBody === undefined ? fc.constant('') : type,
    'idempotency-key': takesIdempotencyKey ? key : fc.constant(''),
  };
  const needed = method === 'POST' ? ['xero-tenant-id', 'idempotency-key'] : ['xero-tenant-id'];
  return fc
    .record(named, { requiredKeys: needed as (keyof typeof named)[] })
    .map((headers) => Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== '')));
}

function tokenOf({ scopes }: OperationRow): fc.Arbitrary<Token> {
  return fc.record({
    kind: fc.constant('jwt' as const),
    scheme: fc.constantFrom('Bearer', 'bearer'),
    fingerprint: fc.constant('0a1b2c3d'),
    length: fc.integer({ min: 800, max: 2_000 }),
    issuer: fc.constant('https://identity.xero.com'),
    clientId: fc.option(fc.constant('client'), { nil: undefined }),
    scopes: fc
      .tuple(fc.constantFrom(...scopes), fc.subarray(['openid', 'offline_access', 'accounting.contacts']))
      .map(([needed, others]) => [...others, needed]),
    notBeforeMs: fc.constant(startedMs - 60_000),
    expiresMs: fc.integer({ min: startedMs + 60_000, max: startedMs + 1_800_000 }),
  });
}

function withKeySuffix(request: ValidRequest, suffix: string): ValidRequest {
  const key = request.headers['idempotency-key'];
  return key === undefined ? request : { ...request, headers: { ...request.headers, 'idempotency-key': key + suffix } };
}

function filled(path: string, ids: readonly string[]): string {
  const left = [...ids];
  return path.replace(/\{\w+\}/g, () => left.shift() ?? '');
}

function capitalised(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(capitalised);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name.charAt(0).toUpperCase() + name.slice(1), capitalised(each)]),
  );
}

function exactly(length: number): { minLength: number; maxLength: number } {
  return { minLength: length, maxLength: length };
}
