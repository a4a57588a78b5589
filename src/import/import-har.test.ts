// Entries for Xero Projects import as they would have been captured, whatever the file contains, and none of its secrets is stored.
// The formats of individual tools are tested in har-compatibility.test.ts.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diagnose } from '../core/diagnose/diagnose.ts';
import { runChecks } from '../core/rules/run-checks/run-checks.ts';
import { anyValue } from '../testing/arbitraries/exchange.ts';
import { judgementsOf } from '../testing/logs.ts';
import { importHar } from './import-har.ts';

const url = 'https://api.xero.com/projects.xro/2.0/Projects';
const list = (headers: Record<string, string>) => Object.entries(headers).map(([name, value]) => ({ name, value }));
const entry = (more: object = {}, request: object = {}) => ({
  startedDateTime: '2026-11-22T14:02:41.000Z',
  time: 12,
  request: { method: 'GET', url, headers: [], ...request },
  response: { status: 200, headers: [], content: { size: 2, mimeType: 'application/json', text: '{}' } },
  ...more,
});
const toHar = (entries: unknown[]) => JSON.stringify({ log: { version: '1.2', entries } });
const importEntries = (entries: unknown[], mappings: string[] = []) => importHar(toHar(entries), { mappings });

describe('importHar', () => {
  test('counts entries that are not for Projects, and imports those that a mapping matches', async () => {
    const entries = [
      entry({}, { url: 'https://app.example/' }),
      entry({}, { url: 'https://app.example/x/Projects' }),
      entry({}, { url, method: 'CONNECT' }),
    ];
    expect(await importEntries(entries)).toMatchObject({ exchanges: [], unrelated: 3 });
    const { exchanges, unrelated } = await importEntries(entries, ['/x/']);
    expect([exchanges[0]?.match.operation, unrelated]).toEqual(['getProjects', 2]);
  });

  test('counts WebSockets on paths of the API, which are not listed', async () => {
    const socket = (url: string) => ({ ...entry({ status: 101 }, { url }), _resourceType: 'websocket' });
    const entries = [socket(url.replace('https', 'wss')), socket('wss://app.example/live'), entry()];
    const { exchanges, unrelated, webSockets } = await importEntries(entries);
    expect([exchanges.length, unrelated, webSockets]).toEqual([1, 2, 1]);
  });

  test('reports unreadable entries and continues', async () => {
    const broken = [{}, { request: {} }, entry({ response: undefined }), null, entry()];
    const { exchanges, problems } = await importEntries(broken);
    expect(exchanges).toHaveLength(1);
    expect(problems).toEqual([
      { index: 0, reason: 'The entry has no URL.' },
      { index: 1, reason: 'The entry has no URL.' },
      { index: 2, reason: 'The file has no response to this request.' },
      { index: 3, reason: 'The entry isn’t an object.' },
    ]);
  });

  test('lists the first hundred problems and counts the rest', async () => {
    const { problems, moreProblems } = await importHar(`[${'1,'.repeat(5_000)}`);
    expect(problems.map(({ index }) => index)).toEqual([...Array(100).keys(), undefined]);
    expect(moreProblems).toBe(4_900);
  });

  test('imports the complete entries of a truncated file', async () => {
    const text = JSON.stringify({ log: { entries: [entry(), entry(), entry()] } }, null, 2);
    const { exchanges, problems } = await importHar(text.slice(0, -300));
    expect(exchanges).toHaveLength(2);
    expect(problems).toEqual([{ index: 2, reason: 'The file is cut off in the middle of this entry.' }]);
  });

  test('merges preflights and service worker duplicates in any order', async () => {
    const preflightHeaders = list({ Origin: 'https://app.example', 'Access-Control-Request-Method': 'GET' });
    const refused = entry({ response: { status: 404, headers: [] } }, { method: 'OPTIONS', headers: preflightHeaders });
    const blocked = entry({ response: { status: 0, _error: 'net::ERR_FAILED' } });
    for (const entries of [[refused, blocked], [blocked, refused], [refused]]) {
      const { exchanges } = await importEntries(entries);
      expect(exchanges.map((each) => diagnose(each).id)).toEqual(['cors-blocked']);
    }
    const page = entry({ response: { status: 200, content: { text: '{}' }, _fetchedViaServiceWorker: true } });
    const { exchanges } = await importEntries([page, entry({}, { headers: list({ 'Xero-Tenant-Id': 't' }) })]);
    expect(exchanges).toHaveLength(1);
    expect(exchanges[0]).toMatchObject({ viaServiceWorker: true, request: { headers: [['xero-tenant-id', 't']] } });
  });

  test('recognizes `/connections` behind a proxy once a Projects request reveals the prefix', async () => {
    const at = (path: string) => entry({}, { url: `https://app.example/api/${path}` });
    const { exchanges, unrelated } = await importEntries([
      at('connections'),
      at('me'),
      at('projects.xro/2.0/Projects'),
    ]);
    expect([exchanges.length, unrelated]).toEqual([2, 1]);
  });

  test('sorts exchanges by time, those without a time last', async () => {
    const at = (startedDateTime: string) => entry({ startedDateTime });
    const { exchanges } = await importEntries([at('?'), at('2026-11-22T14:00:02Z'), at('2026-11-22T14:00:01Z')]);
    expect(exchanges.map(({ startedMs }) => startedMs % 10_000)).toEqual([1_000, 2_000, Number.NaN]);
  });

  test('yields to other tasks, reports progress, and stops when aborted', async () => {
    const large = entry({ response: { status: 200, content: { text: 'x'.repeat(20_000) } } });
    const text = toHar(Array.from({ length: 2_000 }, () => large));
    const shares: number[] = [];
    let ticks = 0;
    const timer = setInterval(() => ticks++, 1);
    await importHar(text, { onProgress: (share) => shares.push(share) });
    clearInterval(timer);
    expect(ticks).toBeGreaterThan(2);
    expect(shares.at(-1)).toBe(1);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    const stop = new AbortController();
    const stopped = importHar(text, { signal: stop.signal, onProgress: () => stop.abort() });
    await expect(stopped).rejects.toThrow('abort');
  }, 20_000);

  test.each<[what: string, request: object, expected: object]>([
    [
      'a query only in `queryString`',
      { queryString: list({ states: 'CLOSED', page: '2' }) },
      { url: `${url}?states=CLOSED&page=2` },
    ],
    [
      'a query in both the URL and `queryString`',
      { url: `${url}?page=2`, queryString: list({ page: '2' }) },
      { url: `${url}?page=2` },
    ],
    [
      'a form',
      { method: 'POST', postData: { params: list({ a: '1 2', b: 'é' }) } },
      { body: { text: 'a=1+2&b=%C3%A9' } },
    ],
    [
      'a form with empty text',
      { method: 'POST', postData: { text: '', params: list({ a: '1' }) } },
      { body: { text: 'a=1' } },
    ],
    [
      'a body of which only the size is known',
      { method: 'POST', bodySize: 11 },
      { body: { kind: 'unavailable', reason: 'not-in-file', bytes: 11 } },
    ],
    [
      'a body that is wrongly declared as base64',
      { method: 'POST', postData: { text: '{"é":1}', encoding: 'base64' } },
      { body: { text: '{"é":1}' } },
    ],
    ['an invalid method', { method: 'GET / HTTP/1.1\nX: y' }, { method: 'GET' }],
    [
      'headers without names',
      { headers: [{ name: '', value: 'x' }, { value: 'x' }, null, 5, { name: 'age', value: 5 }] },
      { headers: [['age', '5']] },
    ],
  ])('reads %s', async (_, request, expected) => {
    expect((await importEntries([entry({}, request)])).exchanges[0]?.request).toMatchObject(expected);
  });

  test.each<[what: string, response: object, body: object]>([
    [
      'a body with a size but no text',
      { content: { size: 5 } },
      { kind: 'unavailable', reason: 'not-in-file', bytes: 5 },
    ],
    ['a body with neither text nor size', {}, { kind: 'unavailable', reason: 'not-in-file', bytes: undefined }],
    ['an empty body', { content: { size: 0 } }, { kind: 'none' }],
    ['an infinite size', { content: { size: '1e400', text: '{}' } }, { kind: 'text', text: '{}', bytes: 2 }],
    [
      'text that is wrongly declared as base64',
      { content: { text: '{"é"', encoding: 'base64' } },
      { kind: 'text', text: '{"é"' },
    ],
    ['base64 of binary data', { content: { text: 'AAECAw==', encoding: 'base64' } }, { kind: 'binary', bytes: 4 }],
  ])('reads %s', async (_, response, body) => {
    const { exchanges } = await importEntries([entry({ response: { status: 200, ...response } })]);
    expect(exchanges[0]?.response.body).toMatchObject(body);
  });

  test.each([
    '',
    '{}',
    '[]',
    'null',
    '{"log":{"entries":[]}}',
    '{"log":{"entries":[[],[1]]}}',
    '\0',
    'HTTP/1.1 200 OK',
  ])('finds no exchanges in %j', async (text) => {
    expect((await importHar(text)).exchanges).toEqual([]);
  });

  const deep = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
  test.each([
    [
      'deeply nested bodies',
      `[{"request":{"url":"${url}","method":"PUT","postData":{"text":${deep(100_000)}}},"response":{"status":200,"content":{"text":${deep(100_000)}}}}]`,
    ],
    [
      'deeply nested values everywhere',
      `[{"request":{"url":"${url}","headers":${deep(100_000)}},"response":{"status":200,"headers":${deep(100_000)}},"timings":${deep(100_000)}}]`,
    ],
    [
      'null everywhere',
      `[{"request":{"url":"${url}","method":null,"headers":null,"queryString":null,"postData":null},"response":{"status":200,"headers":null,"content":null},"timings":null,"time":null,"startedDateTime":null,"_xeroProjects":null}]`,
    ],
    [
      'names of prototype properties',
      `[{"__proto__":{"a":1},"constructor":null,"request":{"__proto__":null,"url":"${url}","headers":{"__proto__":"a","constructor":"b"}},"response":{"status":200},"timings":{"__proto__":5,"constructor":6}}]`,
    ],
    [
      'infinite numbers everywhere',
      `[{"request":{"url":"${url}","bodySize":1e400},"response":{"status":200,"bodySize":-1e400},"timings":{"wait":1e400},"time":-1e400,"startedDateTime":1e400}]`,
    ],
  ])('imports an entry with %s', async (_, text) => {
    const { exchanges, problems } = await importHar(text);
    expect(problems).toEqual([]);
    expect(exchanges).toHaveLength(1);
    expect(Object.getPrototypeOf(exchanges[0])).toBe(Object.prototype);
  });

  test('imports entries with arbitrary values as exchanges that can be diagnosed', async () => {
    const anything = fc.option(anyValue, { freq: 2 });
    const anyEntry = fc.record(
      {
        startedDateTime: fc.oneof(fc.constant('2026-11-22T14:02:41Z'), anything),
        time: anything,
        timings: fc.oneof(fc.record({ wait: anything, blocked: anything }), anything),
        request: fc.record({
          url: fc.oneof(fc.constant(url), anything),
          method: anything,
          headers: anything,
          queryString: anything,
          postData: fc.oneof(
            fc.record({ text: anything, params: anything, encoding: fc.constantFrom('base64', 5) }),
            anything,
          ),
          bodySize: anything,
        }),
        response: fc.oneof(
          fc.record({
            status: fc.oneof(fc.constantFrom(200, 400, 429), anything),
            headers: anything,
            content: fc.oneof(
              fc.record({ text: anything, size: anything, encoding: fc.constantFrom('base64', null) }),
              anything,
            ),
            _error: anything,
          }),
          anything,
        ),
        _xeroProjects: anything,
        _resourceType: fc.constant('fetch'),
      },
      { requiredKeys: ['request'] },
    );
    const property = fc.asyncProperty(fc.array(anyEntry, { maxLength: 3 }), async (entries) => {
      const { exchanges, unrelated, problems } = await importHar(toHar(entries));
      expect(exchanges.length + unrelated + problems.length).toBeLessThanOrEqual(entries.length);
      judgementsOf(exchanges);
    });
    await fc.assert(property, { numRuns: 300 });
  }, 30_000);
});

describe('secrets in an imported file', () => {
  const jwt = (claims: object) =>
    ['{"alg":"RS256"}', JSON.stringify(claims), 'signature']
      .map((each) => Buffer.from(each).toString('base64url'))
      .join('.');

  test('are reduced to token claims, a fingerprint, and the number of cookies', async () => {
    const Authorization = `Bearer ${jwt({ iss: 'https://identity.xero.com', scope: ['projects'] })}`;
    const { exchanges } = await importEntries([
      entry({}, { headers: list({ Authorization, COOKIE: 'a=topsecret; b=topsecret' }) }),
    ]);
    expect(exchanges[0]?.request).toMatchObject({
      token: {
        kind: 'jwt',
        issuer: 'https://identity.xero.com',
        scopes: ['projects'],
        fingerprint: expect.stringMatching(/^[0-9a-f]{8}$/),
      },
      headers: [['cookie', '[redacted, 2 cookies, 24 characters]']],
    });
  });

  test('are removed wherever they are and however the file is broken', async () => {
    const token = jwt({ iss: 'https://identity.xero.com', jti: '0123456789' });
    const leaks = [token, token.split('.')[1] as string, 'topsecret'];
    const secret = fc.constantFrom(
      `Bearer ${token}`,
      token,
      `access_token=${token}`,
      'password=topsecret',
      '{"refresh_token":"topsecret"}',
      `${url}?access_token=topsecret`,
    );
    const anyHeaders = fc.array(
      fc.oneof(
        secret.map((value) => ({ name: 'X-Any', value })),
        fc.constant({ name: 'authorization', value: 'Bearer topsecret' }),
        fc.constant({ name: 'Set-Cookie', value: 'a=topsecret; HttpOnly' }),
      ),
      { maxLength: 3 },
    );
    const anyEntry = fc.record({
      startedDateTime: fc.oneof(fc.constant('2026-11-22T14:02:41Z'), secret),
      comment: secret,
      request: fc.record({
        url: fc.oneof(
          fc.constant(url),
          secret.map((each) => `${url}?q=${each}`),
        ),
        method: fc.oneof(fc.constant('POST'), secret),
        headers: anyHeaders,
        cookies: fc.constant([{ name: 'a', value: 'topsecret' }]),
        postData: fc.record({ text: secret, mimeType: secret }),
      }),
      response: fc.record({
        status: fc.constantFrom(0, 200, 400),
        statusText: secret,
        _error: secret,
        headers: anyHeaders,
        content: fc.record({ text: secret, mimeType: secret, encoding: fc.constantFrom('base64', undefined) }),
      }),
    });
    const anyCustomField = fc.record({
      matchedBy: fc.constant('host'),
      path: secret,
      requestBody: fc.record({ kind: fc.constantFrom('binary', 'text'), note: secret }),
      responseBody: fc.record({ kind: fc.constant('unavailable'), reason: fc.constant('navigated'), detail: secret }),
      token: fc.record({
        kind: fc.constant('jwt'),
        scheme: secret,
        fingerprint: secret,
        issuer: secret,
        scopes: fc.tuple(secret),
      }),
      failure: fc.record({ kind: fc.constant('network'), message: secret }),
    });
    const property = fc.asyncProperty(
      fc.array(
        fc.oneof(
          anyEntry,
          fc.tuple(anyEntry, anyCustomField).map(([each, custom]) => ({ ...each, _xeroProjects: custom })),
        ),
        { minLength: 1, maxLength: 3 },
      ),
      fc.nat(),
      fc.boolean(),
      async (entries, at, cut) => {
        const text = toHar(entries);
        const broken = cut
          ? text.slice(0, at % text.length)
          : `${text.slice(0, at % text.length)}"}${text.slice(at % text.length)}`;
        for (const each of [text, broken]) {
          const imported = JSON.stringify(await importHar(each));
          expect(leaks.filter((leak) => imported.includes(leak))).toEqual([]);
        }
      },
    );
    await fc.assert(property, { numRuns: 200 });
  }, 30_000);

  test.each([
    'Bearer [REDACTED]',
    'Bearer ***',
    'REDACTED',
    '*****',
    'Bearer <token removed>',
    'Bearer [redacted]',
    'Bearer [not kept]',
    'Bearer [token 1a2b3c4d, not kept]',
    'Bearer xxxxxxxx',
  ])('treats %s as a stripped token about which nothing is known', async (Authorization) => {
    const { exchanges } = await importEntries([
      entry({ response: { status: 401 } }, { headers: list({ Authorization }) }),
    ]);
    expect(exchanges[0]?.request.token).toMatchObject({ kind: 'opaque', scheme: 'Bearer', fingerprint: '' });
    expect(tokenChecks(exchanges)).toEqual([]);
  });

  test.each(['Bearer undefined', 'Bearer [object Object]', 'Bearer {{access_token}}', 'Bearer <token>'])(
    'treats %s as the token that was sent',
    async (Authorization) => {
      const { exchanges } = await importEntries([
        entry({ response: { status: 401 } }, { headers: list({ Authorization }) }),
      ]);
      expect(tokenChecks(exchanges)).toEqual(['token-not-jwt']);
    },
  );

  const refused = { response: { status: 401, headers: [], content: { size: 0 } } };
  test.each<[what: string, entries: object[], checks: string[]]>([
    [
      'a missing token if Xero rejected every request with 401',
      [entry(refused), entry(refused)],
      ['token-missing', 'token-missing'],
    ],
    ['nothing if Xero accepted another request without a token', [entry(refused), entry()], []],
    ['nothing in a file that Chrome wrote', [entry({ ...refused, _resourceType: 'fetch' })], []],
    [
      'a missing token in a Chrome file with cookies',
      [entry({ ...refused, _resourceType: 'fetch' }, { headers: list({ cookie: 'a=b' }) })],
      ['token-missing'],
    ],
    [
      'a missing token if another request has one',
      [entry(refused), entry({}, { headers: list({ authorization: 'Bearer a.b.c' }) })],
      ['token-missing', 'token-not-jwt'],
    ],
  ])('for requests without a token, reports %s', async (_, entries, checks) => {
    expect(tokenChecks((await importEntries(entries)).exchanges)).toEqual(checks);
  });
});

function tokenChecks(exchanges: Awaited<ReturnType<typeof importHar>>['exchanges']): string[] {
  const found = exchanges.flatMap((each) => runChecks(each, exchanges).map(({ ruleId }) => ruleId));
  return found.filter((id) => id.startsWith('token-'));
}
