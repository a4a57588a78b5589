import { describe, expect, test } from 'vitest';
import { fingerprint } from '../secrets/fingerprint.ts';
import {
  MAX_PARTS_CHARS,
  MAX_RESPONSE_CHARS,
  parseJoinedParts,
  parseRecorderResponse,
} from './parse-recorder-response.ts';

const key = 'AbCdEfGhIjKlMnOpQrS-_0';
const process = fingerprint(key);

function parse(value: unknown, cursor = 0) {
  return parseRecorderResponse(typeof value === 'string' ? value : JSON.stringify(value), { key, cursor });
}

function body(entries: unknown, fields: object = {}) {
  const _xeroInspector = { protocol: 1, key, next: 2, inFlight: 0, dropped: 0, more: false, ...fields };
  return { log: { version: '1.2', entries, _xeroInspector } };
}

function entry(sequence: unknown, fields: object = {}) {
  return { request: {}, _xeroServer: { sequence, ...fields } };
}

function sequences(value: unknown, cursor = 0): number[] | string {
  const response = parse(value, cursor);
  return response.kind === 'entries' ? response.entries.map(({ origin }) => origin.sequence) : response.kind;
}

test('reads entries with their origin', () => {
  const pageRequest = { id: 4, method: 'post', path: '/app/time', startedDateTime: '2026-11-30T14:02:41.102Z' };
  const first = entry(1, { app: 'timesheets', pageRequest });
  const startedMs = Date.UTC(2026, 10, 30, 14, 2, 41, 102);
  expect(parse(body([first, entry(2)], { inFlight: 1, dropped: 3, more: true }))).toEqual({
    kind: 'entries',
    entries: [
      {
        entry: first,
        origin: {
          process,
          sequence: 1,
          app: 'timesheets',
          pageRequest: { id: 4, method: 'POST', path: '/app/time', startedMs, outcome: undefined },
        },
      },
      { entry: entry(2), origin: { process, sequence: 2, app: undefined, pageRequest: undefined } },
    ],
    next: 2,
    isInFlight: true,
    dropped: 3,
    hasMore: true,
  });
});

describe('of entries', () => {
  test.each<[string, unknown[], number, number[]]>([
    ['known ones are ignored', [entry(1), entry(2)], 1, [2]],
    ['repeated ones count once', [entry(1), entry(1), entry(2)], 0, [1, 2]],
    ['the order is that of their numbers', [entry(2), entry(1)], 0, [1, 2]],
    ['those after the next cursor are ignored', [entry(1), entry(3)], 0, [1]],
    ['those without a number are ignored', [entry('1'), entry(1.5), entry(-1), entry(0), {}, null, 3, 'a'], 0, []],
  ])('%s', (_, entries, cursor, expected) => {
    expect(sequences(body(entries), cursor)).toEqual(expected);
  });

  test('at most 1,000 are read', () => {
    const entries = Array.from({ length: 1_500 }, (_, i) => entry(i + 1));
    expect(sequences(body(entries, { next: 1_500 }))).toHaveLength(1_000);
  });
});

describe('of a page request', () => {
  test.each<[string, object, object | undefined]>([
    ['the query is removed', { path: '/a?token=secret' }, { path: '/a' }],
    ['a token is redacted', { path: '/a/eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln' }, { path: '/a/[token 169ecd42]' }],
    ['a long path is cut', { path: `/${'a'.repeat(5_000)}` }, { path: `/${'a'.repeat(499)}` }],
    ['invisible characters are removed', { path: '/a\u202e\u0000b\nc' }, { path: '/a b c' }],
    ['an impossible time is unknown', { startedDateTime: '1812-01-01T00:00:00Z' }, { startedMs: undefined }],
    ['a path that is none', { path: 'https://evil.example/' }, undefined],
    ['a method that is none', { method: '<script>' }, undefined],
    ['an id that is none', { id: '4' }, undefined],
  ])('%s', (_, fields, expected) => {
    const pageRequest = { id: 4, method: 'GET', path: '/', ...fields };
    const response = parse(body([entry(1, { pageRequest })]));
    const [first] = response.kind === 'entries' ? response.entries : [];
    if (expected === undefined) expect(first?.origin.pageRequest).toBeUndefined();
    else expect(first?.origin.pageRequest).toMatchObject(expected);
  });
});

test('cuts the name of the app', () => {
  const response = parse(body([entry(1, { app: 'a'.repeat(500) })]));
  expect(response.kind === 'entries' && response.entries[0]?.origin.app).toBe('a'.repeat(100));
});

describe('reports', () => {
  test.each<[string, unknown, string]>([
    ['HTML', '<!doctype html><h1>App</h1>', 'not-json'],
    ['nothing', '', 'not-json'],
    ['a list', '[]', 'not-json'],
    ['text of more than the limit', 'a'.repeat(MAX_RESPONSE_CHARS + 1), 'too-large'],
    ['JSON of something else', { items: [] }, 'invalid'],
    ['a newer protocol', body([], { protocol: 2 }), 'newer-version'],
    ['no protocol', body([], { protocol: undefined }), 'invalid'],
    ['another process', body([], { key: key.toLowerCase() }), 'other-process'],
    ['no entries', body({}), 'invalid'],
    ['a cursor that is no number', body([], { next: '2' }), 'invalid'],
    ['a part without text', { part: { sequence: 1, offset: 0, total: 10, text: '' } }, 'invalid'],
    ['a part beyond the total', { part: { sequence: 1, offset: 8, total: 10, text: 'abc' } }, 'invalid'],
    [
      'parts that are too large',
      { part: { sequence: 1, offset: 0, total: MAX_PARTS_CHARS + 1, text: 'a' } },
      'too-large',
    ],
    ['deep JSON', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, 'not-json'],
  ])('%s', (_, value, failure) => {
    expect(parse(value)).toEqual({ kind: 'failure', failure });
  });

  test('a cursor that goes back', () => {
    expect(parse(body([], { next: 2 }), 3)).toEqual({ kind: 'failure', failure: 'invalid' });
  });
});

test('ignores `more` without progress', () => {
  expect(parse(body([], { next: 2, more: true }), 2)).toMatchObject({ hasMore: false });
});

test('reads a part, and all parts together', () => {
  const part = { sequence: 2, offset: 0, total: 10, text: 'abc' };
  expect(parse({ part })).toEqual({ kind: 'part', ...part });
  const joined = JSON.stringify(body([{ ...entry(2), text: 'a'.repeat(2 * MAX_RESPONSE_CHARS) }]));
  expect(parseJoinedParts(joined, { key, cursor: 1 })).toMatchObject({ kind: 'entries', next: 2 });
});
