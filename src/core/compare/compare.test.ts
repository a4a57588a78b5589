// The comparison of two exchanges, and that none makes it throw or run too long.

import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { anyExchange } from '../../testing/arbitraries/exchange.ts';
import { type ExchangeOptions, exchange, root } from '../../testing/exchange.ts';
import { type Exchange, STRIPPED_TOKEN, type Token, UNAVAILABLE_VALUE } from '../model/exchange.ts';
import { compare } from './compare.ts';
import { type ComparedRow, isDifference, type SectionId } from './comparison.ts';

// A busy machine needs longer than the default for the property tests.
vi.setConfig({ testTimeout: 30_000 });

const uuid = '254553fa-2be8-4991-bd5e-70a97ea12ef8';
const otherUuid = '99999999-2be8-4991-bd5e-70a97ea12ef8';

function section(id: SectionId, a: ExchangeOptions, b: ExchangeOptions) {
  return sectionOf(id, exchange(a), exchange(b));
}

function sectionOf(id: SectionId, a: Exchange, b: Exchange) {
  const found = compare(a, b).sections.find((each) => each.id === id);
  if (found === undefined) throw new Error(`There is no section ${id}.`);
  return found;
}

function differences(id: SectionId, a: ExchangeOptions, b: ExchangeOptions): string[] {
  return section(id, a, b).rows.filter(isDifference).map(formatRow);
}

function formatRow({ name, a = '-', b = '-' }: ComparedRow): string {
  return `${name}: ${a} > ${b}`;
}

test('compares the ids in URLs of one operation by parameter name', () => {
  const at = (id: string, base = root) => ({ url: `${base}/Projects/${id}/Tasks` });
  expect(differences('address', at(uuid), at(otherUuid))).toEqual([`projectId: ${uuid} > ${otherUuid}`]);
  expect(differences('address', at(uuid), at(uuid, 'https://app.example/xero/projects.xro/2.0'))).toEqual([
    'host: api.xero.com > app.example',
    'path: /projects.xro/2.0/Projects/{projectId}/Tasks > /xero/projects.xro/2.0/Projects/{projectId}/Tasks',
  ]);
});

test('reports extra slashes and a different scheme in URLs', () => {
  const at = (path: string, origin = 'https://api.xero.com') => ({ url: `${origin}/projects.xro/2.0${path}` });
  const path = '/projects.xro/2.0/Projects';
  expect(differences('address', at('/Projects'), at('/Projects', 'http://api.xero.com'))).toEqual([
    'scheme: https > http',
  ]);
  expect(differences('address', at('/Projects/'), at('/Projects'))).toEqual([`path: ${path}/ > ${path}`]);
  expect(differences('address', at('//Projects'), at('/Projects'))).toEqual([
    `path: /projects.xro/2.0//Projects > ${path}`,
  ]);
  expect(differences('address', at(`/Projects/${uuid}/`), at(`//Projects/${otherUuid}/`))).toEqual([
    'path: /projects.xro/2.0/Projects/{projectId}/ > /projects.xro/2.0//Projects/{projectId}/',
    `projectId: ${uuid} > ${otherUuid}`,
  ]);
});

test('compares query parameters by name, in any order', () => {
  const withQuery = (query: string) => ({ url: `${root}/Projects?${query}` });
  expect(differences('query', withQuery('page=1&states=CLOSED'), withQuery('states=CLOSED&page=1'))).toEqual([]);
  expect(differences('query', withQuery('page=1&status=CLOSED'), withQuery('page=2&states=CLOSED'))).toEqual([
    'page: 1 > 2',
    'status: CLOSED > -',
    'states: - > CLOSED',
  ]);
  expect(differences('query', withQuery('ids=1&ids=2'), withQuery('ids=1&ids=3'))).toEqual(['ids (2): 2 > 3']);
});

test('matches headers by name, and expects differences that any two requests have', () => {
  const received = (date: string, type: string) => ({ headers: { date, 'content-type': type, age: date } });
  const { rows } = section('response-headers', received('today', 'a/b'), received('tomorrow', 'c/d'));
  expect(rows.map(({ name, kind }) => `${name} ${kind}`)).toEqual([
    'date ignorable',
    'content-type changed',
    'age ignorable',
  ]);
});

test('ignores values that are unknown on one side', () => {
  const sent = (tenant: string) => ({ sentHeaders: { 'xero-tenant-id': tenant } });
  expect(differences('request-headers', sent(UNAVAILABLE_VALUE), sent('a'))).toEqual([]);
  const [a, b] = [STRIPPED_TOKEN, { ...STRIPPED_TOKEN, fingerprint: '0a1b2c3d' }].map((token) => {
    const base = exchange();
    return { ...base, request: { ...base.request, token } };
  });
  expect(a && b && sectionOf('token', a, b).rows.map(({ name, kind }) => `${name} ${kind}`)).toEqual([
    'token ignorable',
  ]);
});

test('expects different Idempotency-Keys, but reports a missing one', () => {
  const sent = (key?: string) => ({ sentHeaders: key === undefined ? {} : { 'Idempotency-Key': key } });
  expect(differences('request-headers', sent('a'), sent('b'))).toEqual([]);
  expect(differences('request-headers', sent('a'), sent())).toEqual(['idempotency-key: a > -']);
});

test('expects a browser header missing on one side, but reports a different value', () => {
  const from = (origin: string) => ({ sentHeaders: { origin, 'sec-fetch-mode': 'cors', accept: '*/*' } });
  const fromWorker = { sentHeaders: { accept: '*/*' } };
  expect(differences('request-headers', from('https://a.example'), fromWorker)).toEqual([]);
  expect(differences('request-headers', fromWorker, from('https://a.example'))).toEqual([]);
  expect(differences('request-headers', from('https://a.example'), from('https://b.example'))).toEqual([
    'origin: https://a.example > https://b.example',
  ]);
});

const token: Token = {
  kind: 'jwt',
  scheme: 'Bearer',
  fingerprint: '0a1b2c3d',
  length: 900,
  issuer: 'https://identity.xero.com',
  clientId: 'client',
  scopes: ['openid', 'projects'],
  notBeforeMs: undefined,
  expiresMs: Date.UTC(2026, 10, 22, 14, 30),
};

function withToken(claims: Partial<Token>): Exchange {
  const base = exchange();
  return { ...base, request: { ...base.request, token: { ...token, ...claims } } };
}

test('compares the claims of tokens, scope by scope', () => {
  const other = withToken({ fingerprint: '11111111', scopes: ['projects.read', 'openid'] });
  expect(sectionOf('token', withToken({}), other).rows.filter(isDifference).map(formatRow)).toEqual([
    'fingerprint: 0a1b2c3d > 11111111',
    'scope projects: granted > -',
    'scope projects.read: - > granted',
  ]);
});

test('expects different expiry times, unless one token had expired', () => {
  const kindOf = (expiresMs: number) =>
    sectionOf('token', withToken({}), withToken({ expiresMs })).rows.find(({ name }) => name === 'expires')?.kind;
  expect(kindOf(Date.UTC(2026, 10, 22, 14, 40))).toBe('ignorable');
  expect(kindOf(Date.UTC(2026, 10, 22, 14, 0))).toBe('changed');
});

test('compares JSON bodies field by field', () => {
  const sent = (body: unknown) => ({ method: 'POST', sent: body });
  const a = { name: 'Attic', rate: { currency: 'NZD', value: 90 }, estimateMinutes: 5, tags: ['x', 'y'] };
  const b = { rate: { value: '90', currency: 'NZD' }, name: '', chargeType: 'TIME', tags: ['x'] };
  expect(differences('request-body', sent(a), sent(b))).toEqual([
    '/name: "Attic" > ""',
    '/rate/value: 90 > "90"',
    '/estimateMinutes: 5 > -',
    '/tags/1: "y" > -',
    '/chargeType: - > "TIME"',
  ]);
});

test.each<[what: string, a: string, b: string, expected: string[]]>([
  ['a repeated name', '{"name":"","name":"x"}', '{"name":"x"}', ['/name occurs: 2 times > once']],
  ['a nested repeated name', '[{"a":{"b/c":1,"b/c":2}}]', '[{"a":{"b/c":2}}]', ['/0/a/b~1c occurs: 2 times > once']],
  ['a repeated name in another notation', '{"a":1,"\\u0061":2}', '{"a":2}', ['/a occurs: 2 times > once']],
  ['the overridden value of a repeated name', '{"a":1,"a":3}', '{"a":2,"a":3}', [': {"a":1,"a":3} > {"a":2,"a":3}']],
  ['a byte order mark', '\ufeff{"a":1}', '{"a":1}', ['byte order mark: at the start > -']],
  ['a byte order mark and a value', '{"a":2}', '\ufeff{"a":1}', ['byte order mark: - > at the start', '/a: 2 > 1']],
  ['a byte order mark before text that is not JSON', '\ufeffNo', 'No', ['byte order mark: at the start > -']],
  ['a space in a string', '{"a":"b c"}', '{"a":"b  c"}', ['/a: "b c" > "b  c"']],
])('finds the difference of equal values: %s', (_, a, b, expected) => {
  expect(differences('request-body', { method: 'POST', sent: a }, { method: 'POST', sent: b })).toEqual(expected);
});

const zeros = JSON.stringify(Array.from({ length: 1_000 }, () => 0));
const thirds = JSON.stringify(Array.from({ length: 1_000 }, (_, i) => i / 3));
const long = (space: string) => `[${Array.from({ length: 1_000 }, () => `${space}0.1234567890123456789`)}]`;
test.each([
  ['with other whitespace', '{"a":1,"b":[1,2]}', '{\n  "a": 1,\n  "b": [ 1, 2 ]\n}'],
  ['with other whitespace and many long numbers', long(''), long(' ')],
  ['in another order', '{"a":1,"b":2}', '{"b":2,"a":1}'],
  ['with other escapes', '{"a":"é/"}', '{"a":"\\u00e9\\/"}'],
  ['in another order, with many fractions', `{"b":1,"a":${thirds}}`, `{"a":${thirds},"b":1}`],
  ['in another order, with many zeros', `{"b":1,"a":${zeros}}`, `{"a":${zeros},"b":1}`],
  ['with digits beyond JavaScript’s precision', '[12345678901234567890]', '[12345678901234567891]'],
  ['with decimals beyond JavaScript’s precision', '[0.10000000000000000001]', '[0.1]'],
  ['with other notations of the same numbers', '[100,1.5,12345678901234567890]', '[1e2,1.50,12345678901234567890.0]'],
])('expects a body written %s, since its values are the same', (_, a, b) => {
  const { rows } = section('request-body', { method: 'POST', sent: a }, { method: 'POST', sent: b });
  expect(rows.map(({ name, kind, reason }) => [name, kind, reason])).toEqual([
    ['formatting', 'ignorable', 'same values'],
  ]);
});

test('compares a result and an error as a whole', () => {
  const error = { Title: 'BadRequest', Status: 400 };
  expect(differences('response-body', { body: { items: [], pagination: {} } }, { body: error })).toEqual([
    ': { "items", "pagination" } > { "Title", "Status" }',
  ]);
});

test('matches list items by id, and reports a different order', () => {
  const item = (projectId: string, name: string) => ({ projectId, contactId: uuid, name });
  const list = (...items: object[]) => ({ body: { items } });
  const [one, two, three] = [item('1', 'One'), item('2', 'Two'), item('3', 'Three')];
  expect(differences('response-body', list(one, two), list(one, { ...two, name: 'II' }, three))).toEqual([
    '/items/2/name: "Two" > "II"',
    '/items/3: - > { 3 fields }',
  ]);
  expect(differences('response-body', list(one, two, three), list(one, three, two))).toEqual([
    '/items order: 2, 3 > 3, 2',
  ]);
});

test('compares text that is not JSON from its first difference', () => {
  const page = (word: string) => ({ body: `<p>${'x'.repeat(1_000)}${word}${'y'.repeat(1_000)}` });
  const [row] = section('response-body', page('one'), page('two')).rows;
  expect(row?.a).toMatch(/^…x{60}oney{177}…$/);
  expect(row?.b).toMatch(/^…x{60}twoy{177}…$/);
});

test('reports nothing about an unavailable body', () => {
  const withBody = exchange({ body: { items: [] } });
  const evicted: Exchange = {
    ...withBody,
    response: { ...withBody.response, body: { kind: 'unavailable', reason: 'evicted', bytes: 12 } },
  };
  expect(sectionOf('response-body', withBody, evicted)).toMatchObject({ rows: [], unknown: 'b' });
  expect(sectionOf('response-body', evicted, withBody)).toMatchObject({ rows: [], unknown: 'a' });
});

test('compares statuses and browser failures', () => {
  expect(differences('status', { status: 200 }, { status: 0, failure: 'cors' })).toEqual([
    'status: 200 > blocked by CORS',
  ]);
});

test('finds no difference between an exchange and its clone', () => {
  const property = fc.property(anyExchange, (one) => {
    const { sections } = compare(one, structuredClone(one));
    expect(sections.flatMap(({ rows }) => rows).filter(({ kind }) => kind !== 'same')).toEqual([]);
    expect(sections.every(({ more }) => more === 0)).toBe(true);
  });
  fc.assert(property, { numRuns: 300 });
});

test('reports swapped exchanges as the same differences, swapped', () => {
  const swapped = {
    missing: 'added',
    added: 'missing',
    same: 'same',
    changed: 'changed',
    ignorable: 'ignorable',
  } as const;
  const ordered = (rows: readonly ComparedRow[]) => rows.map((row) => JSON.stringify(row)).sort();
  const property = fc.property(anyExchange, anyExchange, (one, other) => {
    const forward = compare(one, other).sections.map(({ rows, ...rest }) => ({
      ...rest,
      rows: ordered(rows.map(({ name, a, b, kind, ...rest }) => ({ name, a: b, b: a, kind: swapped[kind], ...rest }))),
    }));
    const backward = compare(other, one).sections.map(({ rows, ...rest }) => ({ ...rest, rows: ordered(rows) }));
    const side = { a: 'b', b: 'a', both: 'both' } as const;
    expect(forward.map((each) => (each.unknown ? { ...each, unknown: side[each.unknown] } : each))).toEqual(backward);
  });
  fc.assert(property, { numRuns: 300 });
});

const levels = 100_000;
const many = <T>(count: number, each: (i: number) => T) => Array.from({ length: count }, (_, i) => each(i));
const deep = (end: string) => `${'{"a":'.repeat(levels)}${end}${'}'.repeat(levels)}`;
const largeBodies: readonly (readonly [string, ExchangeOptions, ExchangeOptions])[] = [
  ['nested objects', { body: deep('1') }, { body: deep('2') }],
  ['nested lists', { body: '['.repeat(levels) + ']'.repeat(levels) }, { body: '['.repeat(levels) }],
  ['megabytes of text', { body: 'x'.repeat(8_000_000) }, { body: `${'x'.repeat(8_000_000)}y` }],
  ['a name of 2 MB', { body: `{"${'n'.repeat(2_000_000)}":1}` }, { body: `{"${'n'.repeat(2_000_000)}":2}` }],
  [
    '100,000 different items',
    { body: many(100_000, (i) => ({ a: i })) },
    { body: many(100_000, (i) => ({ a: -i - 1 })) },
  ],
  [
    'lists of a million',
    { body: JSON.stringify(many(1_000_000, () => 1)) },
    { body: JSON.stringify(many(1_000_000, () => 2)) },
  ],
  [
    '100,000 objects with repeated names',
    { body: `[${many(100_000, () => '{"a":1,"a":2}')}]` },
    { body: `[${many(100_000, () => '{"a":2}')}]` },
  ],
  ['a number of 2 MB', { body: `${'1'.repeat(2_000_000)}` }, { body: `${'1'.repeat(2_000_001)}` }],
  ['a number of zeros', { body: `[1${'0'.repeat(2_000_000)}1]` }, { body: `[1${'0'.repeat(2_000_000)}2]` }],
  ['deeply nested repeated names', { body: deep('{"a":1,"a":2}') }, { body: deep('{"a":2}') }],
  ['10,000 different fields', { body: fields('a') }, { body: fields('b') }],
  ['10,000 headers', { headers: fields('a') }, { headers: fields('b') }],
  ['10,000 parameters', withQuery('a'), withQuery('b')],
];

function fields(name: string): Record<string, string> {
  return Object.fromEntries(many(10_000, (i) => [`${name}${i}`, 'x']));
}

function withQuery(name: string): ExchangeOptions {
  return { url: `${root}/Projects?${many(10_000, (i) => `${name}${i}=1`).join('&')}` };
}

test.each(largeBodies)('bounds the comparison of %s', (_, a, b) => {
  const { sections } = compare(exchange(a), exchange(b));
  const rows = sections.flatMap((each) => each.rows);
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.length).toBeLessThan(1_000);
  expect(rows.every((row) => row.name.length < 200 && (row.a ?? '').length < 300 && (row.b ?? '').length < 300)).toBe(
    true,
  );
});
