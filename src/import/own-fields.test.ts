// A file's custom field adds only what its entry can't express. Each field here was edited by hand to mislead the panel.

import { describe, expect, test } from 'vitest';
import { serializeHar } from '../core/har/write-har.ts';
import { matchOperation } from '../core/match/match-operation.ts';
import type { Exchange } from '../core/model/exchange.ts';
import { exchange } from '../testing/exchange.ts';
import { importHar } from './import-har.ts';

type Json = Record<string, unknown>;

/** The exported entry, changed by hand, with the values of `own` in its custom field. */
async function importChanged(
  own: Json,
  change: { url?: string; entry?: Json } = {},
  exported: Exchange = exchange({ body: '{}' }),
) {
  const file = JSON.parse([...serializeHar([exported], { version: '1' })].join(''));
  const [entry] = file.log.entries;
  Object.assign(entry, change.entry);
  Object.assign(entry._xeroProjects, own);
  if (change.url !== undefined) entry.request.url = change.url;
  return importHar(JSON.stringify(file));
}

const importOne = async (...args: Parameters<typeof importChanged>) => (await importChanged(...args)).exchanges[0];

const root = 'https://api.xero.com/projects.xro/2.0';

test.each([
  ['another host', 'https://evil.example/projects.xro/2.0/Projects'],
  ['a file', 'file:///projects.xro/2.0/Projects'],
  ['another query', `${root}/Projects?page=2`],
])('ignores a URL in the custom field if it is %s', async (_, url) => {
  expect(await importOne({ url })).toMatchObject({
    request: { url: `${root}/Projects` },
    match: { matchedBy: 'host' },
  });
});

test('uses a URL in the custom field if its URI equals that of the entry', async () => {
  const url = `${root}/Projects?name=|a b|`;
  expect(await importOne({ url }, { url: `${root}/Projects?name=%7Ca%20b%7C` })).toMatchObject({ request: { url } });
});

test('takes path and operation from the URL', async () => {
  const claim = { matchedBy: 'host', path: '/ProjectsUsers', operation: 'getProjectUsers' };
  expect(await importOne(claim)).toMatchObject({ match: { path: '/Projects', operation: 'getProjects' } });
  const elsewhere = await importChanged(claim, { url: 'https://evil.example/ProjectsUsers' });
  expect(elsewhere).toMatchObject({ exchanges: [], unrelated: 1 });
});

describe('an exchange that a mapping matched', () => {
  const url = 'https://app.example/api/xero/Projects?page=2';
  const mapped = {
    ...exchange({ url, body: '{}' }),
    match: matchOperation('GET', url, ['/api/xero']) as Exchange['match'],
  };

  test('is imported even without that mapping', async () => {
    expect(await importOne({}, {}, mapped)).toMatchObject({ match: mapped.match, request: { url } });
  });

  test.each([
    ['whose URL has another ending', { path: '/ProjectsUsers' }, url],
    ['whose URL isn’t HTTP', {}, 'file:///api/xero/Projects'],
    ['whose URL isn’t HTTP', { url: 'javascript:x/Projects' }, 'about:invalid'],
  ])('is not imported from an entry %s', async (_, own, address) => {
    expect(await importChanged(own, { url: address }, mapped)).toMatchObject({ exchanges: [], unrelated: 1 });
  });
});

test('lists HTTP URLs only, and suggests no other as a mapping', async () => {
  const headers = [{ name: 'xero-tenant-id', value: 'x' }];
  const entries = ['file:///xero/Projects', 'javascript:xero/Projects', 'data:,xero/Projects'].map((each) => ({
    request: { url: each, method: 'GET', headers },
    response: { status: 200, headers },
  }));
  expect(await importHar(JSON.stringify(entries))).toMatchObject({
    exchanges: [],
    unrelated: 3,
    possibleMatches: [],
  });
});

test.each([1e12, -1e12, 0])('measures the text of a body, instead of trusting the size %d', async (bytes) => {
  const body = { kind: 'text', bytes };
  expect(await importOne({ responseBody: body, requestBody: body })).toMatchObject({
    response: { body: { kind: 'text', text: '{}', bytes: 2 } },
    request: { body: { kind: 'none' } },
  });
});

test.each([1e12, -1, 0.5, '5', null])(
  'treats the size %j of a body that is not in the file as unknown',
  async (bytes) => {
    const responseBody = { kind: 'unavailable', reason: 'evicted', bytes };
    const base = exchange();
    expect((await importOne({ responseBody }, {}, base))?.response.body).toEqual({ ...responseBody, bytes: undefined });
  },
);

test('imports a body even if the custom field says that there is none', async () => {
  expect(await importOne({ responseBody: { kind: 'none' } })).toMatchObject({ response: { body: { text: '{}' } } });
});

test.each<[entry: Json, durationMs: number | undefined]>([
  [{ time: 1e308 }, undefined],
  [{ time: 86_400_001 }, undefined],
  [{ time: 86_400_000 }, 86_400_000],
  [{ time: 1e308, timings: { wait: 5, receive: 2 } }, 7],
  [{ time: -1, timings: { wait: 1e308 } }, undefined],
])('reads the duration of %j as %s', async (entry, durationMs) => {
  const timings = { timings: {}, ...entry };
  expect(await importOne({}, { entry: timings })).toMatchObject({ durationMs });
  expect(await importOne({ matchedBy: '?' }, { entry: timings })).toMatchObject({ durationMs });
});

test.each(['1999-12-31T23:59:59Z', '2100-01-01T00:00:01Z', '+275760-01-01T00:00:00Z', 1e308])(
  'treats the start %s as unknown',
  async (startedDateTime) => {
    expect(await importOne({}, { entry: { startedDateTime } })).toMatchObject({ startedMs: Number.NaN });
  },
);

test.each<[preflight: Json, imported: object | undefined]>([
  [
    { status: 204, durationMs: 5 },
    { status: 204, durationMs: 5 },
  ],
  [
    { status: 204, durationMs: 1e308 },
    { status: 204, durationMs: undefined },
  ],
  [{ status: 0 }, { status: 0, durationMs: undefined }],
  [{ status: 600 }, undefined],
  [{ status: 200.5 }, undefined],
  [{ status: 1e308 }, undefined],
])('reads the preflight %j as %j', async (preflight, imported) => {
  expect((await importOne({ preflight }))?.preflight).toEqual(imported);
});

test('bounds the facts about a token', async () => {
  const token = {
    kind: 'jwt',
    scheme: 'Bearer; rm -rf',
    fingerprint: 'my secret',
    length: 1e308,
    issuer: 'x'.repeat(5_000),
    clientId: 'password=topsecret',
    scopes: Array(5_000).fill('projects'),
    notBeforeMs: -1e300,
    expiresMs: 1e300,
  };
  const base = exchange();
  const request = {
    ...base.request,
    token: { ...token, scheme: 'Bearer', fingerprint: '' } as Exchange['request']['token'],
  };
  const imported = await importOne({ token }, {}, { ...base, request });
  expect(imported?.request.token).toMatchObject({
    kind: 'jwt',
    scheme: '',
    fingerprint: '',
    length: 0,
    notBeforeMs: undefined,
    expiresMs: undefined,
    issuer: 'x'.repeat(1_000),
    clientId: expect.not.stringContaining('topsecret'),
  });
  expect(imported?.request.token?.scopes).toHaveLength(100);
});

test('ignores facts about a token if there is no Authorization header, or if the token itself is in the file', async () => {
  const token = { kind: 'jwt', scheme: 'Bearer', fingerprint: '0a1b2c3d', length: 9 };
  expect((await importOne({ token }))?.request.token).toBeUndefined();
  const withHeader = exchange({ sentHeaders: { authorization: 'Bearer abcdefgh' } });
  expect((await importOne({ token }, {}, withHeader))?.request.token).toMatchObject({ kind: 'opaque', length: 15 });
});

test.each([{ kind: 'certain' }, 'cors', { kind: 5 }])('ignores the failure %j', async (failure) => {
  expect((await importOne({ failure }))?.failure).toBeUndefined();
});
