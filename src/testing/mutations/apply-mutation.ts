// Applies a mutation to a valid request.

import { getOperation } from '../../core/match/match-operation.ts';
import type { Token } from '../../core/model/exchange.ts';
import type { RequestMutation } from '../../core/rules/check-support/check.ts';
import { isObject } from '../../core/text/is-object.ts';
import { fromPointer } from '../../core/text/json-pointer.ts';
import { exchangeOf, proxyRoot, startedMs, type ValidRequest } from '../arbitraries/valid-request.ts';
import { fillIds, makeExchange } from '../example.ts';
import { root } from '../exchange.ts';

/** `undefined` if the request has no such field. */
export function applyMutation(request: ValidRequest, change: RequestMutation): ValidRequest | undefined {
  const sent = withFields('requestBody' in change ? change.requestBody : request.sent, change.requestFields);
  const responseBody = withFields(
    'responseBody' in change ? change.responseBody : request.responseBody,
    change.responseFields,
  );
  if (sent === NOWHERE || responseBody === NOWHERE) return undefined;
  const changesResponse = 'responseBody' in change || change.responseFields !== undefined;
  const { viaProxy } = change;
  const changed: ValidRequest = {
    ...request,
    ...(change.request === undefined ? {} : placeOf(change.request)),
    ...(viaProxy === undefined ? {} : { root: viaProxy ? proxyRoot : root }),
    query: withParameters(request, change.query ?? []),
    headers: withHeaders(request.headers, change.headers ?? {}),
    token: withToken(request.token, change.token),
    sent,
    responseBody,
    status: change.status ?? (changesResponse ? 200 : request.status),
  };
  return { ...changed, before: [...request.before, ...earlierExchanges(changed, change)] };
}

function placeOf(text: string): Pick<ValidRequest, 'method' | 'path'> {
  const [method = '', path = ''] = text.split(' ');
  return { method, path: fillIds(path) };
}

/** Puts the last one at the end and the others in front, so that repeated parameters are not adjacent. */
function withParameters({ id, query }: ValidRequest, added: ValidRequest['query']): ValidRequest['query'] {
  const rows = getOperation(id).query;
  const replaced = added.flatMap(([name]) => {
    const row = rows.find((each) => [each.name, each.alsoSpelled].includes(name));
    return row ? [row.name.toLowerCase(), row.alsoSpelled?.toLowerCase()] : [name.toLowerCase()];
  });
  const others = query.filter(([name]) => !replaced.includes(name.toLowerCase()));
  return [...added.slice(0, -1), ...others, ...added.slice(-1)];
}

function withHeaders(headers: ValidRequest['headers'], changes: NonNullable<RequestMutation['headers']>) {
  const pairs = Object.entries({ ...headers, ...changes }).filter((pair): pair is [string, string] => pair[1] !== null);
  return Object.fromEntries(pairs);
}

function withToken(token: Token | undefined, change: RequestMutation['token']): Token | undefined {
  if (change === null) return undefined;
  if (token === undefined || change === undefined) return token;
  const { expiresInMs, ...rest } = change;
  return { ...token, ...rest, ...(expiresInMs === undefined ? {} : { expiresMs: startedMs + expiresInMs }) };
}

function earlierExchanges(request: ValidRequest, { before = [], repeats }: RequestMutation) {
  const repeated = repeats && applyMutation(request, repeats);
  return [
    ...before.map((each, i) => makeExchange(each, FIRST_ID + i, startedMs - each.secondsBefore * 1000)),
    ...(repeated ? [exchangeOf(repeated, FIRST_ID + before.length, startedMs - repeats.secondsBefore * 1000)] : []),
  ];
}

/** Higher than any id in the log of a valid request. */
const FIRST_ID = 20;

const NOWHERE = Symbol('nowhere');

function withFields(body: unknown, fields: Readonly<Record<string, unknown>> = {}): unknown {
  return Object.entries(fields).reduce(
    (changed, [pointer, value]) => withField(changed, fromPointer(pointer), value),
    body,
  );
}

/** `NOWHERE` if the body has no such location. */
function withField(body: unknown, [first, ...rest]: readonly string[], value: unknown): unknown {
  if (first === undefined) return value;
  if (!Array.isArray(body) && !isObject(body)) return NOWHERE;
  if (rest.length === 0 && value === undefined) {
    return Object.fromEntries(Object.entries(body).filter(([name]) => name !== first));
  }
  const inside = withField((body as Record<string, unknown>)[first], rest, value);
  if (inside === NOWHERE) return NOWHERE;
  return Array.isArray(body) ? body.with(Number(first), inside) : { ...body, [first]: inside };
}
