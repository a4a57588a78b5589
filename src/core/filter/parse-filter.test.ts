import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyExchange } from '../../testing/arbitraries/exchange.ts';
import { type ExchangeOptions, exchange, root } from '../../testing/exchange.ts';
import { diagnose } from '../diagnose/diagnose.ts';
import type { Exchange } from '../model/exchange.ts';
import { applyCompletion, getCompletions } from './completions.ts';
import { parseFilter, splitFreeText } from './parse-filter.ts';
import { searchableText } from './searchable-text.ts';

const context = {
  diagnosisOf: diagnose,
  textOf: (each: Exchange) => searchableText(each, diagnose(each).row.title),
  firedChecks: () => [{ id: 'token-scope', severity: 'error' } as const],
};
const refused: ExchangeOptions = {
  method: 'POST',
  url: `${root}/Projects`,
  status: 400,
  durationMs: 700,
  sent: { name: '' },
  sentHeaders: { 'xero-tenant-id': 'E1EEDE29-f875', 'idempotency-key': 'k' },
  body: { message: 'No', modelState: { 'model.Name': ['No'] } },
};
const listed: ExchangeOptions = { source: 'import', status: 200, body: 'x'.repeat(2_000) };

describe('a query', () => {
  test.each<[query: string, refused: boolean, listed: boolean]>([
    ['', true, true],
    ['  ', true, true],
    ['status:4xx', true, false],
    ['status:200', false, true],
    ['-status:2xx', true, false],
    ['method:post', true, false],
    ['method:GET method:POST', true, true],
    ['op:createProject', true, false],
    ['op:get*', false, true],
    ['diagnosis:validation-*', true, false],
    ['diagnosis:*-failed', true, false],
    ['tenant:e1eede29', true, false],
    ['from:import', false, true],
    ['-from:import', true, false],
    ['from:BROWSER from:import', true, true],
    ['has:field-error', true, false],
    ['-has:field-error', false, true],
    ['has:key', true, false],
    ['has:key has:field-error', true, false],
    ['has:key has:warning has:body', true, false],
    ['larger-than:1 larger-than:1M', false, false],
    ['has:error', true, false],
    ['localhost:5173', false, false],
    ['-localhost:5173', true, true],
    ['check:token-*', true, true],
    ['check:query-*', false, false],
    ['larger-than:1k', false, true],
    ['slower-than:0.5s', true, false],
    ['validation', true, false],
    ['"validation failed"', true, false],
    ['"failed validation"', false, false],
    ['projects createproject', true, false],
    ['status:4xx method:GET', false, false],
    ['https://api.xero.com/', true, true],
    ['400', true, false],
    ['4.0', false, false],
    ['ost', false, false],
    ['00', false, false],
    ['"s createproject"', false, false],
    ['PROJECTS.XRO', true, true],
    ['projects?xro', false, false],
    ['p(', false, false],
    ['[a-z]\\', false, false],
    ['get|post', false, false],
  ])('%s', (query, first, second) => {
    const filter = parseFilter(query);
    expect(filter.problems).toEqual([]);
    expect([filter.matches(exchange(refused), context), filter.matches(exchange(listed), context)]).toEqual([
      first,
      second,
    ]);
  });

  test.each<[query: string, from: number, to: number, message: RegExp]>([
    ['status:9xx', 0, 10, /Enter a status such as 404/],
    ['x status:', 2, 9, /Enter a status such as 404/],
    ['colour:red', 0, 10, /Unknown filter key `colour:`/],
    ['"open', 0, 5, /closing quote is missing/],
    ['larger-than:big', 0, 15, /10k/],
    ['has:luck', 0, 8, /field-error, warning/],
    ['op:', 0, 3, /after the colon/],
    ['from:afar', 0, 9, /browser, server, import/],
  ])('%s is reported as invalid at its position, and filters nothing', (query, from, to, message) => {
    const filter = parseFilter(query);
    expect(filter.problems).toEqual([{ from, to, message: expect.stringMatching(message) }]);
    if (query.startsWith('x ')) return;
    expect(filter.matches(exchange(refused), context)).toBe(true);
  });

  test('never throws, whatever its text and the exchange', () => {
    const property = fc.property(fc.string({ unit: 'binary' }), anyExchange, (query, each) => {
      expect(typeof parseFilter(query).matches(each, context)).toBe('boolean');
      for (const { from, to } of getCompletions(query, Math.floor(query.length / 2)))
        expect(from).toBeLessThanOrEqual(to);
    });
    fc.assert(property, { numRuns: 500 });
  });
});

test.each<[what: string, options: ExchangeOptions, isError: boolean]>([
  ['a failure', { status: 404 }, true],
  ['a success that the browser blocked', { status: 200, failure: 'cors' }, true],
  ['a 304', { status: 304 }, false],
])('has:error agrees with the list for %s', (_, options, isError) => {
  expect(parseFilter('has:error').matches(exchange(options), context)).toBe(isError);
});

test.each<[query: string, cursor: number, offer: string, expected: string]>([
  ['me', 2, 'method:', 'method:|'],
  ['status:4', 8, 'status:4xx', 'status:4xx |'],
  ['st method:GET', 2, 'status:', 'status:| method:GET'],
  [' method:GET', 0, 'status:', 'status:| method:GET'],
  ['method:GET  op:getTasks', 11, 'op:', 'method:GET op:| op:getTasks'],
  ['status:4 users', 8, 'status:4xx', 'status:4xx |users'],
])('in %j at %i, applying %s yields %s', (query, cursor, offer, expected) => {
  const completion = getCompletions(query, cursor).find(({ text }) => text === offer);
  const { query: next, cursor: at } = applyCompletion(query, completion as NonNullable<typeof completion>);
  expect(`${next.slice(0, at)}|${next.slice(at)}`).toBe(expected);
});

describe('completions', () => {
  test.each<[query: string, cursor: number, first: string | undefined]>([
    ['', 0, 'status:'],
    ['me', 2, 'method:'],
    ['-me', 3, '-method:'],
    ['status:4', 8, 'status:4xx'],
    ['x op:createT', 12, 'op:createTask'],
    ['tenant:', 7, 'tenant:e1eede29'],
    ['status:4xx', 10, undefined],
  ])('%s at %i offers %s first', (query, cursor, first) => {
    expect(getCompletions(query, cursor, { tenant: ['e1eede29'] })[0]?.text).toBe(first);
  });
});

test.each<[query: string, text: string, rest: string]>([
  ['attic', 'attic', ''],
  ['status:4xx attic "two words" -method:GET', 'attic two words', 'status:4xx -method:GET'],
  ['-attic cellar', 'cellar', '-attic'],
  ['localhost:5173/api op:get*', 'localhost:5173/api', 'op:get*'],
  ['"open', 'open', ''],
  ['status:4xx colour:red ""', '', 'status:4xx colour:red ""'],
  ['', '', ''],
])('the words of %j are %j', (query, text, rest) => {
  expect(splitFreeText(query)).toEqual({ text, rest });
});

test('matches no more exchanges when a word gets longer', () => {
  const anyWord = fc.constantFrom(
    'POST',
    'patch',
    '404',
    'tasks',
    'organisation',
    'createProject',
    'projects.xro',
    'OK',
  );
  const property = fc.property(anyExchange, anyWord, fc.nat(12), (each, word, length) => {
    const prefix = word.slice(0, length);
    if (prefix === '' || !parseFilter(word).matches(each, context)) return;
    expect(parseFilter(prefix).matches(each, context)).toBe(true);
  });
  fc.assert(property, { numRuns: 500 });
  const rejected = exchange({ method: 'POST', status: 404 });
  for (const word of ['p', 'pos', 'POST', '4', '40', '404'])
    expect(parseFilter(word).matches(rejected, context)).toBe(true);
});
