import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyExchange, anyText } from '../../testing/arbitraries/exchange.ts';
import { exchange } from '../../testing/exchange.ts';
import type { Exchange } from '../model/exchange.ts';
import { compileQuery, patternForBody } from './compile-query.ts';
import { findMatches } from './find-matches.ts';
import { MAX_HITS, type SearchCache, type SearchResult, search } from './search.ts';
import { searchFields } from './search-fields.ts';

interface FindOptions {
  matchCase?: boolean;
  cache?: SearchCache;
}

function find(
  exchanges: readonly Exchange[],
  text: string,
  { matchCase = false, cache }: FindOptions = {},
): SearchResult {
  const patterns = compileQuery({ text, matchCase });
  if (patterns === undefined) return { found: [], total: 0, exchanges: 0, unavailable: 0 };
  const work = search(exchanges, patterns, cache ?? new WeakMap());
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

const searched = exchange({
  method: 'POST',
  url: 'https://api.xero.com/projects.xro/2.0/Projects?page=2',
  status: 400,
  sentHeaders: { 'xero-tenant-id': 'ABC-1', accept: 'application/json' },
  headers: { 'content-type': 'application/json', 'xero-correlation-id': 'f-9' },
  sent: { name: 'Größe', note: 'a "quoted" word' },
  body: '{"message":"Name is\\tempty","modelState":{"name":["No"]}}',
});

/** The field, index and text of each match. */
function hitsFor(text: string, options: FindOptions = {}): [string, number, string][] {
  return find([searched], text, options).found.flatMap(({ hits }) =>
    hits.map(({ field, index, from, to }) => [field, index, textOf(searched, field, index).slice(from, to)]),
  );
}

function textOf(from: Exchange, part: string, index: number): string {
  return searchFields.find((row) => row.field === part)?.textsOf(from)[index] ?? '';
}

test.each<[string, [string, number, string][], FindOptions?]>([
  ['?PAGE=2', [['request-line', 0, '?page=2']]],
  ['post https', [['request-line', 0, 'POST https']]],
  ['400', [['status-line', 0, '400']]],
  ['tenant', [['request-header', 0, 'tenant']]],
  ['id: abc', [['request-header', 0, 'id: ABC']]],
  [
    'application/json',
    [
      ['request-header', 1, 'application/json'],
      ['response-header', 0, 'application/json'],
    ],
  ],
  ['GRÖSSE', []],
  ['GRÖßE', [['request-body', 0, 'Größe']]],
  [
    'name',
    [
      ['request-body', 0, 'name'],
      ['response-body', 0, 'Name'],
      ['response-body', 0, 'name'],
    ],
  ],
  ['Name', [['response-body', 0, 'Name']], { matchCase: true }],
  ['f.9', []],
  [' ', []],
  ['', []],
])('finds %j', (text, expected, options) => {
  expect(hitsFor(text, options)).toEqual(expected);
});

test.each([
  ['{"a":1,"b":[{}]}', '"a": 1', '"a":1'],
  ['{"a":1,"b":[{}]}', '1, "b" : [ {', '1,"b":[{'],
  ['{\n  "a": true,\n  "b": [ ]\n}', '{"a":true,"b":[]}', '{\n  "a": true,\n  "b": [ ]\n}'],
  ['{"a":"one, two"}', 'one,two', undefined],
  ['{"a":"one, two"}', 'one, two', 'one, two'],
  ['{"a": "b"}', '"a" :', '"a":'],
  ['"a" : no JSON', '"a":', undefined],
])('%s searched for %s matches %j', (body, text, expected) => {
  const patterns = compileQuery({ text, matchCase: false });
  const found = patterns && body.match(patternForBody(body, patterns));
  expect(found?.[0]).toBe(expected);
});

test('counts exchanges whose bodies cannot be searched', () => {
  const pending = { ...searched, response: { ...searched.response, body: { kind: 'pending' as const, bytes: 5 } } };
  expect(find([searched, pending], 'nowhere')).toEqual({ found: [], total: 0, exchanges: 0, unavailable: 1 });
});

test('returns at most MAX_HITS matches and counts the rest', () => {
  const many = Array.from({ length: 3 }, (_, id) => exchange({ id, sent: 'x'.repeat(700) }));
  const result = find(many, 'x'.repeat(1), {});
  const counts = result.found.map(({ hits }) => hits.length);
  expect(counts.reduce((sum, each) => sum + each, 0)).toBe(MAX_HITS);
  // Including the `x` in each URL.
  expect(result.total).toBe(find(many.slice(0, 1), 'x').total * 3);
  expect(result.exchanges).toBe(3);
});

test('reuses cached matches, and searches again if there is room for more', () => {
  const cache: SearchCache = new WeakMap();
  const [first, second] = [1, 2].map((id) => exchange({ id, sent: 'y'.repeat(700) })) as [Exchange, Exchange];
  find([first, second], 'y', { cache });
  expect(cache.get(second)?.hits.length).toBe(300);
  expect(find([second], 'y', { cache }).found[0]?.hits.length).toBe(700);
});

test('searches a long body in steps, and finds a match across their boundary', () => {
  const text = `${'-'.repeat(199_998)}needle${'-'.repeat(900_000)}needle`;
  const found: number[] = [];
  const steps = [...findMatches(text, /needle/g, (from) => found.push(from))];
  expect(found).toEqual([199_998, 1_100_004]);
  expect(steps.length).toBe(5);
});

test('returns only matches of the query, in the text and in the excerpt', () => {
  const anyQuery = fc.oneof(anyText, fc.constantFrom('a', '"', '":', 'x', 'xero', ', "', '`'));
  fc.assert(
    fc.property(fc.array(anyExchange, { maxLength: 4 }), anyQuery, fc.boolean(), (exchanges, text, matchCase) => {
      const bare = (value: string) => (matchCase ? value : value.toUpperCase()).replace(/\s/g, '');
      for (const { exchange: found, hits } of find(exchanges, text, { matchCase }).found) {
        for (const { field, index, from, to, excerpt } of hits) {
          const match = textOf(found, field, index).slice(from, to);
          expect(bare(match)).toBe(bare(text));
          expect(excerpt.to).toBeGreaterThanOrEqual(excerpt.from);
          const shown = excerpt.text.slice(excerpt.from, excerpt.to);
          expect(match.startsWith(shown) || /[\p{C}\p{Z}]/u.test(match)).toBe(true);
          expect(excerpt.text.length).toBeLessThan(400);
        }
      }
    }),
  );
});
