// Holds what is told of two exchanges side by side, and that no two make it throw or run away.

import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { anyExchange } from '../../testing/any-exchange.ts';
import { type ExchangeWish, exchange, root } from '../../testing/exchange.ts';
import type { Exchange, Token } from '../exchange.ts';
import { compare } from './compare.ts';
import { type ComparedRow, isDifference, type PartId } from './comparison.ts';

// Many comparisons in one test: more than a busy machine does in the usual time.
vi.setConfig({ testTimeout: 30_000 });

const uuid = '254553fa-2be8-4991-bd5e-70a97ea12ef8';
const otherUuid = '99999999-2be8-4991-bd5e-70a97ea12ef8';

function part(id: PartId, a: ExchangeWish, b: ExchangeWish) {
  return partIn(id, exchange(a), exchange(b));
}

function partIn(id: PartId, a: Exchange, b: Exchange) {
  const found = compare(a, b).parts.find((each) => each.id === id);
  if (found === undefined) throw new Error(`There is no part ${id}.`);
  return found;
}

function differences(id: PartId, a: ExchangeWish, b: ExchangeWish): string[] {
  return part(id, a, b).rows.filter(isDifference).map(asText);
}

function asText({ name, a = '-', b = '-' }: ComparedRow): string {
  return `${name}: ${a} > ${b}`;
}

test('addresses of one operation differ by the names of their ids', () => {
  const at = (id: string, base = root) => ({ url: `${base}/Projects/${id}/Tasks` });
  expect(differences('address', at(uuid), at(otherUuid))).toEqual([`projectId: ${uuid} > ${otherUuid}`]);
  expect(differences('address', at(uuid), at(uuid, 'https://app.example/xero/projects.xro/2.0'))).toEqual([
    'host: api.xero.com > app.example',
    'path: /projects.xro/2.0/Projects/{projectId}/Tasks > /xero/projects.xro/2.0/Projects/{projectId}/Tasks',
  ]);
});

test('queries are compared by name, whatever their order', () => {
  const asked = (query: string) => ({ url: `${root}/Projects?${query}` });
  expect(differences('query', asked('page=1&states=CLOSED'), asked('states=CLOSED&page=1'))).toEqual([]);
  expect(differences('query', asked('page=1&status=CLOSED'), asked('page=2&states=CLOSED'))).toEqual([
    'page: 1 > 2',
    'status: CLOSED > -',
    'states: - > CLOSED',
  ]);
  expect(differences('query', asked('ids=1&ids=2'), asked('ids=1&ids=3'))).toEqual(['ids (2): 2 > 3']);
});

test('headers are matched by name; what differs between any two calls is expected to', () => {
  const answered = (date: string, type: string) => ({ headers: { date, 'content-type': type, age: date } });
  const { rows } = part('response-headers', answered('today', 'a/b'), answered('tomorrow', 'c/d'));
  expect(rows.map(({ name, kind }) => `${name} ${kind}`)).toEqual([
    'date expected',
    'content-type changed',
    'age expected',
  ]);
});

test('another Idempotency-Key is expected; none is a difference', () => {
  const sent = (key?: string) => ({ sentHeaders: key === undefined ? {} : { 'Idempotency-Key': key } });
  expect(differences('request-headers', sent('a'), sent('b'))).toEqual([]);
  expect(differences('request-headers', sent('a'), sent())).toEqual(['idempotency-key: a > -']);
});

test('a header of the browser’s own that was not shown of one call is expected; another value is a difference', () => {
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
  const made = exchange();
  return { ...made, request: { ...made.request, token: { ...token, ...claims } } };
}

test('of tokens the claims are compared, scope by scope', () => {
  const other = withToken({ fingerprint: '11111111', scopes: ['projects.read', 'openid'] });
  expect(partIn('token', withToken({}), other).rows.filter(isDifference).map(asText)).toEqual([
    'fingerprint: 0a1b2c3d > 11111111',
    'scope projects: granted > -',
    'scope projects.read: - > granted',
  ]);
});

test('when a token ends is expected to differ, unless one was over', () => {
  const kindOf = (expiresMs: number) =>
    partIn('token', withToken({}), withToken({ expiresMs })).rows.find(({ name }) => name === 'expires')?.kind;
  expect(kindOf(Date.UTC(2026, 10, 22, 14, 40))).toBe('expected');
  expect(kindOf(Date.UTC(2026, 10, 22, 14, 0))).toBe('changed');
});

test('JSON bodies are compared field by field', () => {
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

test('an answer and an error are told as a whole', () => {
  const error = { Title: 'BadRequest', Status: 400 };
  expect(differences('response-body', { body: { items: [], pagination: {} } }, { body: error })).toEqual([
    ': { "items", "pagination" } > { "Title", "Status" }',
  ]);
});

test('items are matched by their id, and another order is told as such', () => {
  const item = (projectId: string, name: string) => ({ projectId, contactId: uuid, name });
  const answered = (...items: object[]) => ({ body: { items } });
  const [one, two, three] = [item('1', 'One'), item('2', 'Two'), item('3', 'Three')];
  expect(differences('response-body', answered(one, two), answered(one, { ...two, name: 'II' }, three))).toEqual([
    '/items/2/name: "Two" > "II"',
    '/items/3: - > { 3 fields }',
  ]);
  expect(differences('response-body', answered(one, two, three), answered(one, three, two))).toEqual([
    '/items order: 2, 3 > 3, 2',
  ]);
});

test('what is no JSON is compared as text, from where it differs', () => {
  const page = (word: string) => ({ body: `<p>${'x'.repeat(1_000)}${word}${'y'.repeat(1_000)}` });
  const [row] = part('response-body', page('one'), page('two')).rows;
  expect(row?.a).toMatch(/^…x{60}oney{177}…$/);
  expect(row?.b).toMatch(/^…x{60}twoy{177}…$/);
});

test('of a body that is not at hand nothing is told', () => {
  const whole = exchange({ body: { items: [] } });
  const lost: Exchange = {
    ...whole,
    response: { ...whole.response, body: { kind: 'lost', why: 'released', bytes: 12 } },
  };
  expect(partIn('response-body', whole, lost)).toMatchObject({ rows: [], unknown: 'b' });
  expect(partIn('response-body', lost, whole)).toMatchObject({ rows: [], unknown: 'a' });
});

test('a status and what the browser did are told', () => {
  expect(differences('answer', { status: 200 }, { status: 0, failure: 'cors' })).toEqual([
    'status: 200 > refused by CORS',
  ]);
});

test('no exchange differs from itself', () => {
  const property = fc.property(anyExchange, (one) => {
    const { parts } = compare(one, structuredClone(one));
    expect(parts.flatMap(({ rows }) => rows).filter(({ kind }) => kind !== 'same')).toEqual([]);
    expect(parts.every(({ more }) => more === 0)).toBe(true);
  });
  fc.assert(property, { numRuns: 300 });
});

test('turned round, the same differs the other way', () => {
  const turned = {
    missing: 'added',
    added: 'missing',
    same: 'same',
    changed: 'changed',
    expected: 'expected',
  } as const;
  const ordered = (rows: readonly ComparedRow[]) => rows.map((row) => JSON.stringify(row)).sort();
  const property = fc.property(anyExchange, anyExchange, (one, other) => {
    const there = compare(one, other).parts.map(({ rows, ...rest }) => ({
      ...rest,
      rows: ordered(rows.map(({ name, a, b, kind, ...why }) => ({ name, a: b, b: a, kind: turned[kind], ...why }))),
    }));
    const back = compare(other, one).parts.map(({ rows, ...rest }) => ({ ...rest, rows: ordered(rows) }));
    const side = { a: 'b', b: 'a', both: 'both' } as const;
    expect(there.map((each) => (each.unknown ? { ...each, unknown: side[each.unknown] } : each))).toEqual(back);
  });
  fc.assert(property, { numRuns: 300 });
});

const levels = 100_000;
const many = <T>(count: number, each: (i: number) => T) => Array.from({ length: count }, (_, i) => each(i));
const deep = (end: string) => `${'{"a":'.repeat(levels)}${end}${'}'.repeat(levels)}`;
const large: readonly (readonly [string, ExchangeWish, ExchangeWish])[] = [
  ['objects in objects', { body: deep('1') }, { body: deep('2') }],
  ['lists in lists', { body: '['.repeat(levels) + ']'.repeat(levels) }, { body: '['.repeat(levels) }],
  ['megabytes of text', { body: 'x'.repeat(8_000_000) }, { body: `${'x'.repeat(8_000_000)}y` }],
  ['a name of 2 MB', { body: `{"${'n'.repeat(2_000_000)}":1}` }, { body: `{"${'n'.repeat(2_000_000)}":2}` }],
  ['100,000 unlike items', { body: many(100_000, (i) => ({ a: i })) }, { body: many(100_000, (i) => ({ a: -i - 1 })) }],
  [
    'lists of a million',
    { body: JSON.stringify(many(1_000_000, () => 1)) },
    { body: JSON.stringify(many(1_000_000, () => 2)) },
  ],
  ['10,000 unlike fields', { body: fields('a') }, { body: fields('b') }],
  ['10,000 headers', { headers: fields('a') }, { headers: fields('b') }],
  ['10,000 parameters', asked('a'), asked('b')],
];

function fields(name: string): Record<string, string> {
  return Object.fromEntries(many(10_000, (i) => [`${name}${i}`, 'x']));
}

function asked(name: string): ExchangeWish {
  return { url: `${root}/Projects?${many(10_000, (i) => `${name}${i}=1`).join('&')}` };
}

test.each(large)('%s are compared in bounds', (_, a, b) => {
  const { parts } = compare(exchange(a), exchange(b));
  const rows = parts.flatMap((each) => each.rows);
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.length).toBeLessThan(1_000);
  expect(rows.every((row) => row.name.length < 200 && (row.a ?? '').length < 300 && (row.b ?? '').length < 300)).toBe(
    true,
  );
});
