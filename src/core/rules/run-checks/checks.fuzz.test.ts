// Tests that no input, however broken, large or hostile, makes a check throw, hang or report text that can't be rendered.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyExchange, anyText, anyValue } from '../../../testing/arbitraries/exchange.ts';
import { logWith, validRequest } from '../../../testing/arbitraries/valid-request.ts';
import { expectRenderable } from '../../../testing/assert-renderable.ts';
import { type ExchangeOptions, exchange, root } from '../../../testing/exchange.ts';
import { fuzzRuns } from '../../../testing/fuzz-runs.ts';
import { compareTime } from '../../model/compare-time.ts';
import type { Exchange } from '../../model/exchange.ts';
import { runChecks } from './run-checks.ts';

test('findings of any exchange after any others can be rendered', () => {
  const property = fc.property(anyExchange, fc.array(anyExchange, { maxLength: 3 }), (exchange, others) => {
    expectRenderable(runChecks(exchange, [...others, exchange].toSorted(compareTime)));
  });
  fc.assert(property, { numRuns: fuzzRuns(500) });
});

test('findings of any value in any field can be rendered', () => {
  const property = fc.property(validRequest(), anyValue, anyText, fc.nat(), (request, value, text, at) => {
    const spoilt = {
      ...request,
      query: replaced(request.query, at, text),
      requestBody: request.sent && Object.fromEntries(replaced(Object.entries(request.sent), at, value)),
      responseBody:
        request.responseBody && Object.fromEntries(replaced(Object.entries(request.responseBody), at, value)),
    };
    const { exchange, log } = logWith(spoilt);
    expectRenderable(runChecks(exchange, log));
  });
  fc.assert(property, { numRuns: fuzzRuns(300) });
});

test('a number that is too large for JavaScript is not reported as null', () => {
  const itself = exchange(sent('{"estimateMinutes":-1e400}', '/Projects/254553fa-2be8-4991-bd5e-70a97ea12ef8/Tasks'));
  const finding = runChecks(itself, [itself]).find(({ ruleId }) => ruleId === 'number-out-of-range');
  expect(finding?.observed).toBe('`-Infinity`');
});

const levels = 100_000;
const many = <T>(count: number, each: (i: number) => T) => Array.from({ length: count }, (_, i) => each(i));
const fields = (count: number) => JSON.stringify(Object.fromEntries(many(count, (i) => [`unknown${i}`, i])));
const users = '/ProjectsUsers';

const large: readonly (readonly [string, ExchangeOptions])[] = [
  ['lists in lists', sent(`${'['.repeat(levels)}${']'.repeat(levels)}`)],
  ['lists that do not close', sent('['.repeat(levels))],
  ['objects in objects', sent(`${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`)],
  ['objects that do not close', sent('{"a":'.repeat(levels))],
  ['a deep name', sent(`{"name":${'['.repeat(levels)}${']'.repeat(levels)}}`)],
  ['a response of objects in objects', withResponse(`{"items":${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}}`)],
  ['a deep item', withResponse(`{"items":[${'[{"userId":'.repeat(levels)}1${'}]'.repeat(levels)}]}`)],
  ['45,000 unknown fields', sent(fields(45_000))],
  ['45,000 unknown fields in a response', withResponse(fields(45_000))],
  ['100,000 unknown fields', sent(fields(100_000))],
  ['100,000 times the same field', sent(`{${many(100_000, () => '"name":""').join()}}`)],
  ['55,000 different items', withResponse(JSON.stringify({ items: many(55_000, (i) => ({ [`a${i}`]: i })) }))],
  ['500 items of 90 unknown fields', withResponse(`{"items":[${many(500, () => fields(90)).join()}]}`)],
  ['a name of 1 MB', sent(`{"${'n'.repeat(1_000_000)}":1}`)],
  ['a name of 2 MB', sent(`{"${'n'.repeat(2_000_000)}":1}`)],
  ['a text of 1 MB', sent(`{"name":"${'`'.repeat(1_000_000)}","contactId":"${'a-'.repeat(10_000)}"}`)],
  ['2 MB that are not JSON', sent('a='.repeat(1_000_000))],
  ['2 MB of truncated JSON', sent(`{"name":"${'x'.repeat(2_000_000)}`)],
  [
    '100,000 different items, truncated',
    sent(JSON.stringify(many(100_000, (i) => ({ [`a${i}`]: i }))).slice(0, 262_000)),
  ],
  ['10,000 unknown parameters', { url: `${root}/Projects?${many(10_000, (i) => `a${i}=1`).join('&')}` }],
  ['10,000 times the same unknown parameter', { url: `${root}/Projects?${'a&'.repeat(10_000)}` }],
  ['10,000 times the same parameter', { url: `${root}/Projects?${'a&'.repeat(4_000)}${'page=x&'.repeat(10_000)}` }],
  ['10,000 values', { url: `${root}/Projects?projectIds=${',x'.repeat(10_000)}` }],
  ['a path of 10,000 segments', { url: `${root}${'/Projects'.repeat(1_500)}` }],
  ['a URL of 2 MB', { url: `${root}/Projects?${'%'.repeat(2_000_000)}` }],
  ['10,000 headers', { sentHeaders: Object.fromEntries(many(10_000, (i) => [`x-${i}`, '1'])) }],
  ['an Accept of 1 MB', { sentHeaders: { accept: 'application/+'.repeat(80_000) } }],
  ['an Accept that is all plus', { sentHeaders: { accept: `application/${'+'.repeat(100_000)}` } }],
  [
    'a content type of 1 MB',
    { ...sent('{}'), sentHeaders: { 'content-type': `${' '.repeat(500_000)}application/${'+'.repeat(500_000)}` } },
  ],
  ['a tenant of 1 MB', { sentHeaders: { 'xero-tenant-id': `${' '.repeat(500_000)}${'{'.repeat(500_000)}` } }],
  ['a key of 1 MB', { ...sent('{}'), sentHeaders: { 'idempotency-key': 'k'.repeat(1_000_000) } }],
  ['a method of 1 MB', { method: 'GET'.repeat(300_000) }],
];

test.each(large)('%s', (_, options) => {
  const itself = exchange(options);
  expectRenderable(runChecks(itself, [itself]));
});

test('a log of 20,000 requests with the same key, and lists of connections', () => {
  const connections = JSON.stringify(many(5_000, (i) => ({ id: `${i}`, tenantId: null, tenantName: ['`'] })));
  const log = many(20_000, (id) => {
    const startedMs = Date.UTC(2026, 10, 22) + id;
    if (id % 2_000 === 0)
      return exchange({ id, startedMs, url: 'https://api.xero.com/connections', body: connections });
    return exchange({ id, startedMs, ...sent('{}'), sentHeaders: { 'idempotency-key': 'the same' } });
  });
  expectRenderable(runChecks(log.at(-1) as Exchange, log));
});

function sent(text: string, path = '/Projects'): ExchangeOptions {
  return { method: 'POST', url: `${root}${path}`, sent: text, status: 400 };
}

function withResponse(text: string): ExchangeOptions {
  return { url: `${root}${users}`, body: text, status: 200 };
}

function replaced<T>(pairs: readonly (readonly [string, unknown])[], at: number, value: T): [string, T][] {
  return pairs.map(([name, before], i) => [name, i === at % pairs.length ? value : (before as T)]);
}
