import { describe, expect, test } from 'vitest';
import { evaluate } from '../../../testing/run-sequence.ts';
import { beginMs, type TimedExchangeOptions, timedExchanges } from '../../../testing/timed-exchanges.ts';
import { sequenceRules } from './all.ts';

/** The findings about the last exchange, by default a minute after it. */
function findingsOf(options: readonly TimedExchangeOptions[], atSeconds?: number) {
  const exchanges = timedExchanges(options);
  const last = exchanges.at(-1);
  if (last === undefined) throw new Error('There is no exchange.');
  return evaluate(exchanges, last, atSeconds === undefined ? last.startedMs + 60_000 : beginMs + atSeconds * 1000);
}

const post = { method: 'POST', sent: { name: 'A' } };
const keyed = { ...post, sentHeaders: { 'idempotency-key': 'k' } };
const limited = { status: 429, headers: { 'retry-after': '22', 'x-rate-limit-problem': 'minute' } };
const failed = { status: 500 };
const refused = { status: 400, body: { message: 'No', modelState: { 'model.Name': ['No'] } } };
const token = (fingerprint: string) => ({ fingerprint, status: 401, body: { Detail: 'TokenExpired: token expired' } });
const scope = (fingerprint: string) => ({
  fingerprint,
  status: 401,
  body: { Detail: 'AuthorizationUnsuccessful', Status: 401 },
});
const id = (i: number) => `00000000-0000-4000-8000-0000000000${String(i).padStart(2, '0')}`;
const single = (i: number) => ({ at: i / 2, path: `/Projects/00000000-0000-0000-0000-00000000000${i}` });
const page = (i: number, size = 10) => ({ at: i, path: `/Projects?page=${i + 1}&pageSize=${size}` });
const unsized = (i: number, pageSize?: number) => ({
  at: i,
  path: `/Projects?page=${i + 1}`,
  body: { pagination: { page: i + 1, pageSize, pageCount: 3 }, items: [] },
});
const proxied = 'https://app.example/projects.xro/2.0/Projects';
const tokenInside = (fingerprint: string) => ({
  ...token(fingerprint),
  url: proxied,
  status: 500,
  body: { error: { Status: 401, Detail: 'TokenExpired: token expired' } },
});
const ofMany = { body: { pagination: { page: 1, pageSize: 50, pageCount: 12 }, items: [] } };
const below = (kind: string, one: number, project: number) =>
  `/Projects/00000000-0000-0000-0000-00000000000${project}/${kind}/00000000-0000-0000-0000-00000000010${one}`;

const table: readonly [sentence: string, TimedExchangeOptions[], ruleIds: string[], pattern?: RegExp][] = [
  [
    'a request before its wait was over',
    [{ at: 0, ...limited }, { at: 2 }],
    ['retried-too-early', 'recovered'],
    /after 1.9 s, which is 20 s too early/,
  ],
  [
    'other requests before the wait was over',
    [{ at: 0, ...limited }, ...[2, 5, 9].map((at) => ({ at, path: `/Projects/${id(at)}`, ...limited }))],
    ['retried-too-early'],
    /^3 requests were sent before \d\d:\d\d:\d\d, although/,
  ],
  [
    'one other request before the wait was over',
    [
      { at: 0, ...limited },
      { at: 2, path: '/ProjectsUsers' },
    ],
    ['retried-too-early'],
    /^1 request was sent before/,
  ],
  [
    'other requests after the wait was over',
    [
      { at: 0, ...limited },
      { at: 22.2, path: '/ProjectsUsers' },
      { at: 30, path: '/Projects?page=2' },
    ],
    [],
  ],
  [
    'requests that were under way when the limit was reached',
    [
      { at: 0, ...limited, durationMs: 900 },
      { at: 0.5, path: '/ProjectsUsers', ...limited },
    ],
    [],
  ],
  [
    'a request for another tenant while a wait ran',
    [
      { at: 0, ...limited },
      { at: 2, tenant: 'b', path: '/ProjectsUsers' },
    ],
    [],
  ],
  [
    'a request for another tenant while the app’s wait ran',
    [
      { at: 0, status: 429, headers: { 'retry-after': '22', 'x-rate-limit-problem': 'appminute' } },
      { at: 2, tenant: 'b', path: '/ProjectsUsers' },
    ],
    ['retried-too-early'],
  ],
  [
    'a request while a wait for concurrent requests ran',
    [
      { at: 0, status: 429, headers: { 'retry-after': '5', 'x-rate-limit-problem': 'concurrent' } },
      { at: 2, path: '/ProjectsUsers' },
    ],
    [],
  ],
  ['the same URL requested again 51 s later', [{ at: 0, ...failed }, { at: 51 }], []],
  ['the same URL requested again 51 s after a limit', [{ at: 0, ...limited }, { at: 51 }], []],
  [
    'a request after its wait was over',
    [{ at: 0, ...limited }, { at: 23 }],
    ['recovered'],
    /Attempt 2 succeeded, 23 s after/,
  ],
  [
    'a refused request sent again',
    [
      { at: 0, ...keyed, ...refused },
      { at: 2, ...keyed, ...refused },
    ],
    ['retried-unchanged'],
    /once without changes after 400/,
  ],
  [
    'a refused request sent again, corrected',
    [
      { at: 0, ...keyed, ...refused },
      { at: 2, ...keyed, sentHeaders: { 'idempotency-key': 'k2' }, sent: { name: 'B' } },
    ],
    [],
  ],
  [
    'a refused request sent again, which then worked',
    [
      { at: 0, ...keyed, status: 403, body: { Status: 403, Detail: 'AuthenticationUnsuccessful' } },
      { at: 20, ...keyed, body: { projectId: 'a' } },
    ],
    ['recovered'],
  ],
  [
    'a failed request whose retry got a page of a proxy',
    [
      { at: 0, url: proxied, ...failed },
      { at: 2, url: proxied, body: '<!doctype html><div id="root">' },
    ],
    [],
  ],
  [
    'a failed request whose retry got Xero’s error in a proxy’s 200',
    [
      { at: 0, url: proxied, ...failed },
      { at: 2, url: proxied, body: { error: { Status: 500, Detail: 'An error occurred in Xero.' } } },
    ],
    [],
  ],
  [
    'a key reused for another body',
    [
      { at: 0, ...keyed, ...refused },
      { at: 2, ...keyed, sent: { name: 'B' }, ...refused },
    ],
    ['idempotency-key-reused'],
    /key.* of the previous attempt/i,
  ],
  [
    'a failed write sent again without a key',
    [
      { at: 0, ...post, ...failed },
      { at: 2, ...post, body: { projectId: 'b' } },
    ],
    ['duplicate-write'],
    /may have processed the first one/,
  ],
  [
    'a write that worked twice',
    [
      { at: 0, ...post, body: { projectId: 'a' } },
      { at: 2, ...post, body: { projectId: 'b' } },
    ],
    ['duplicate-write'],
    /created two records: `a` and `b`/,
  ],
  [
    'a failed write sent again with another key',
    [
      { at: 0, ...keyed, status: 504 },
      { at: 4, ...post, sentHeaders: { 'idempotency-key': 'k2' }, body: { projectId: 'b' } },
    ],
    ['duplicate-write'],
    /sent twice, 4.0 s apart and each with a different `Idempotency-Key`. Xero may have processed the first one/,
  ],
  [
    'a failed write sent again with another key, and refused',
    [
      { at: 0, ...keyed, status: 504 },
      { at: 4, ...post, sentHeaders: { 'idempotency-key': 'k2' }, ...refused },
    ],
    [],
  ],
  [
    'a write without a response sent again with another key, which failed, too',
    [
      { at: 0, ...keyed, status: 0, failure: 'aborted' },
      { at: 4, ...post, sentHeaders: { 'idempotency-key': 'k2' }, status: 502 },
    ],
    ['duplicate-write'],
  ],
  [
    'a write that worked four times',
    [0, 2, 4, 6].map((at) => ({ at, ...post, body: { projectId: `p${at}` } })),
    ['duplicate-write'],
    /sent 4 times, within 6.0 s and without an `Idempotency-Key`. It created 4 records: `p0`, `p2`, `p4` and `p6`/,
  ],
  [
    'a write that worked four times with one key',
    [0, 2, 4, 6].map((at) => ({ at, ...keyed, body: { projectId: 'p' } })),
    [],
  ],
  [
    'two different writes',
    [0, 2].map((at) => ({ at, method: 'POST', sent: { name: `${at}` }, body: { projectId: `p${at}` } })),
    [],
  ],
  [
    'a write that the browser never sent, then sent again',
    [
      { at: 0, ...post, status: 0, failure: 'cors' },
      { at: 2, ...post, body: { projectId: 'b' } },
    ],
    ['recovered'],
  ],
  [
    'a failed write sent again with its key',
    [
      { at: 0, ...keyed, ...failed },
      { at: 361, ...keyed, status: 200 },
    ],
    ['recovered'],
  ],
  [
    'a refused write sent again without a key',
    [
      { at: 0, ...post, ...limited },
      { at: 23, ...post },
    ],
    ['recovered'],
  ],
  [
    'four attempts at a fixed interval',
    [0, 2, 4, 6].map((at) => ({ at, ...failed })),
    ['no-exponential-backoff'],
    /3 delays of about 1.9 s/,
  ],
  ['four attempts with increasing delays', [0, 2, 6, 14].map((at) => ({ at, ...failed })), []],
  [
    '401 twice with one token',
    [
      { at: 0, ...token('a') },
      { at: 1, ...token('a') },
    ],
    ['expired-token-reused'],
    /The token `a` got 2 responses with status 401/,
  ],
  [
    'Xero’s 401 twice inside a proxy’s 500, with one token',
    [
      { at: 0, ...tokenInside('a') },
      { at: 1, ...tokenInside('a') },
    ],
    ['expired-token-reused'],
    /The token `a` got 2 responses with status 401/,
  ],
  [
    '401 and then with another token',
    [
      { at: 0, ...token('a') },
      { at: 1, ...token('b') },
    ],
    [],
  ],
  [
    'a refused scope, with refreshed tokens',
    ['a', 'b', 'c'].map((fingerprint, i) => ({ at: i * 3, ...scope(fingerprint) })),
    ['refreshed-without-scope'],
    /^Rejected 3 times because of the scope, with 3 tokens/,
  ],
  [
    'a scope that a misspelled challenge refuses, with refreshed tokens',
    ['a', 'b'].map((fingerprint, i) => ({
      at: i * 3,
      fingerprint,
      status: 401,
      headers: { 'www-authenticate': 'Bearer error="insufficent_scope"' },
    })),
    ['refreshed-without-scope'],
  ],
  [
    'a refused scope, then another token that works',
    [
      { at: 0, ...scope('a') },
      { at: 3, fingerprint: 'b' },
    ],
    ['recovered'],
  ],
  [
    'six requests at once',
    Array.from({ length: 6 }, (_, i) => ({ at: i / 100, durationMs: 500, path: `/Projects?x=${i}` })),
    ['concurrency-exceeded'],
    /^6 requests/,
  ],
  [
    'five requests at once',
    Array.from({ length: 5 }, (_, i) => ({ at: i / 100, durationMs: 500, path: `/Projects?x=${i}` })),
    [],
  ],
  ['six reads of single projects', [1, 2, 3, 4, 5, 6].map(single), ['n-plus-one-reads'], /6 `getProject` requests/],
  [
    'six reads of a project that the POST returned',
    [
      { at: 0, ...keyed, body: { projectId: id(1) } },
      ...[1, 3, 4, 8, 20, 40].map((at) => ({ at, path: `/Projects/${id(1)}` })),
    ],
    ['read-after-create'],
    /^6 requests read what the response to a POST already contained.*60 requests a minute/,
  ],
  [
    'projects that were each read after their POST',
    [1, 2, 3, 4, 5, 6].flatMap((i) => [
      { at: i, method: 'POST', sent: { name: `P${i}` }, body: { projectId: id(i) } },
      { at: i + 0.5, path: `/Projects/${id(i)}` },
    ]),
    ['read-after-create'],
  ],
  [
    'reads of a project whose tasks were added meanwhile',
    [1, 2, 3, 4, 5, 6].flatMap((i) => [
      {
        at: i * 20,
        method: 'POST',
        path: `/Projects/${id(1)}/Tasks`,
        sent: { name: `T${i}` },
        body: { taskId: id(10 + i) },
      },
      { at: i * 20 + ((i * 7) % 19), path: `/Projects/${id(1)}` },
    ]),
    [],
  ],
  [
    'reads of a project after an update',
    [
      { at: 0, ...keyed, body: { projectId: id(1) } },
      { at: 1, method: 'PUT', path: `/Projects/${id(1)}`, sent: { name: 'B' }, status: 204 },
      ...[3, 9, 14, 29, 51].map((at) => ({ at, path: `/Projects/${id(1)}` })),
    ],
    [],
  ],
  [
    'a project read where the POST returned nothing',
    [{ at: 0, ...keyed, status: 201 }, ...[3, 9, 14, 29, 51].map((at) => ({ at, path: `/Projects/${id(1)}` }))],
    [],
  ],
  ['four reads of single projects', [1, 2, 3, 4].map(single), []],
  ['three small pages', [0, 1, 2].map((i) => page(i)), ['small-pages'], /3 pages of 10 items/],
  ['three large pages', [0, 1, 2].map((i) => page(i, 500)), []],
  [
    'three pages whose size is in the responses',
    [0, 1, 2].map((i) => unsized(i, 50)),
    ['small-pages'],
    /3 pages of 50 items/,
  ],
  ['three pages of the maximum size, which the requests don’t name', [0, 1, 2].map((i) => unsized(i, 500)), []],
  ['three pages of unknown size', [0, 1, 2].map((i) => unsized(i)), []],
  [
    'five reads of tasks of one project',
    [1, 2, 3, 4, 5].map((i) => ({ at: i, path: below('Tasks', i, 1) })),
    ['n-plus-one-reads'],
    /5 `getTask` requests.*limit is 60 a minute/,
  ],
  ['five reads of tasks of five projects', [1, 2, 3, 4, 5].map((i) => ({ at: i, path: below('Tasks', i, i) })), []],
  [
    'five reads of time of one project',
    [1, 2, 3, 4, 5].map((i) => ({ at: i, path: below('Time', i, 1) })),
    ['n-plus-one-reads'],
  ],
  ['five reads of time of five projects', [1, 2, 3, 4, 5].map((i) => ({ at: i, path: below('Time', i, i) })), []],
  [
    'the first page of twelve',
    [{ at: 0, body: { pagination: { pageCount: 12 }, items: [] } }],
    ['first-page-only'],
    /12 pages/,
  ],
  [
    'the first page, after the second',
    [
      { at: 0, path: '/Projects?page=2' },
      { at: 1, ...ofMany },
    ],
    [],
  ],
  [
    'the first page, while further pages of other lists were read',
    [
      { at: 0, path: '/ProjectsUsers?page=2' },
      { at: 0.5, path: '/Projects/00000000-0000-0000-0000-000000000001/Tasks?page=2' },
      { at: 1, path: '/Projects?pageSize=50', ...ofMany },
    ],
    ['first-page-only'],
  ],
  ['the only page', [{ at: 0, body: { pagination: { pageCount: 1 }, items: [] } }], []],
  [
    'the same read every five seconds',
    [0, 5, 10, 15, 20, 25].map((at) => ({ at })),
    ['polling'],
    /every 5.0 s, 6 times in a row\. .*17,280 requests a day, and the limit is 5,000, or 1,000 on the Starter tier/,
  ],
  [
    'the same read every five seconds, with more left than the Starter tier has',
    [0, 5, 10, 15, 20, 25].map((at) => ({ at, headers: { 'x-daylimit-remaining': '4000' } })),
    ['polling'],
    /17,280 requests a day, and the limit is 5,000$/,
  ],
  ['the same read at irregular intervals', [0, 3, 10, 18, 20.5, 31].map((at) => ({ at })), []],
  ['the same read a second later', [{ at: 0 }, { at: 1 }], ['duplicate-reads'], /worked 1.0 s earlier/],
  ['the same read after a write', [{ at: 0 }, { at: 0.5, ...keyed }, { at: 1 }], []],
  [
    'a burst whose retries are another burst',
    Array.from({ length: 12 }, (_, i) => ({
      at: i < 6 ? i / 20 : 5 + (i - 6) / 20,
      path: `/Projects?x=${i % 6}`,
      ...failed,
    })),
    ['no-jitter'],
    /requests that failed within a second were each retried after 4.9 s/,
  ],
  [
    'a burst whose retries spread',
    Array.from({ length: 12 }, (_, i) => ({
      at: i < 6 ? i / 20 : 5 + (i - 6),
      path: `/Projects?x=${i % 6}`,
      ...failed,
    })),
    [],
  ],
];

describe('the sequence rules', () => {
  test.each(table)('%s', (_, options, expected, pattern) => {
    const findings = findingsOf(options);
    expect(findings.map(({ ruleId }) => ruleId).sort()).toEqual([...expected].sort());
    if (pattern) expect(findings.some(({ observed }) => pattern.test(observed))).toBe(true);
  });

  test('report that a client gave up once the time for another attempt has passed', () => {
    expect(findingsOf([{ at: 0, ...limited }], 100)).toEqual([]);
    const [finding] = findingsOf([{ at: 0, ...limited }], 200);
    expect(finding).toMatchObject({
      ruleId: 'gave-up-too-soon',
      fix: 'Wait 22 s, then retry once.',
    });
  });

  test('ignore a write after the repeated read', () => {
    const exchanges = timedExchanges([{ at: 0 }, { at: 1 }, { at: 1.5, ...keyed }]);
    const about = exchanges[1];
    expect(about && evaluate(exchanges, about, beginMs + 60_000)).toMatchObject([{ ruleId: 'duplicate-reads' }]);
  });

  test.each<[string, TimedExchangeOptions[], string[]]>([
    ['the only request', [{ at: 0, ...limited }], []],
    [
      'the last request',
      [
        { at: -60, path: '/ProjectsUsers' },
        { at: 0, ...limited },
      ],
      [],
    ],
    [
      'a request shortly before the end',
      [
        { at: 0, ...limited },
        { at: 100, path: '/ProjectsUsers' },
      ],
      [],
    ],
    [
      'a request that the file follows long enough',
      [
        { at: 0, ...limited },
        { at: 200, path: '/ProjectsUsers' },
      ],
      ['gave-up-too-soon'],
    ],
    [
      'a request before a pause, after which another file may begin',
      [
        { at: 0, ...limited },
        { at: 2_000, path: '/ProjectsUsers' },
      ],
      [],
    ],
    ['only the first page', [{ at: 0, ...ofMany }], []],
    [
      'the first page, and then others',
      [
        { at: 0, ...ofMany },
        { at: 9, path: '/ProjectsUsers' },
      ],
      ['first-page-only'],
    ],
  ])('report what is missing from an imported file only before its end: %s', (_, options, expected) => {
    const exchanges = timedExchanges(options.map((each) => ({ ...each, source: 'import' })));
    const about = exchanges.find(({ startedMs }) => startedMs === beginMs);
    const found = about === undefined ? [] : evaluate(exchanges, about, beginMs + 86_400_000);
    expect(found.map(({ ruleId }) => ruleId)).toEqual(expected);
    for (const { observed } of found) expect(observed).toMatch(/\bfile\b/);
  });

  test.each([500, 502, 503, 504])(
    'do not report giving up for a write with status %i, which should not be retried blindly',
    (status) => {
      const ids = (options: Omit<TimedExchangeOptions, 'at'>) =>
        findingsOf([{ at: 0, status, ...options }], 1000).map((each) => each.ruleId);
      expect(ids(post)).toEqual([]);
      expect(ids({})).toEqual(['gave-up-too-soon']);
    },
  );

  test('distinguish the attempts with one token from those with the next', () => {
    const findings = findingsOf(['a', 'a', 'b', 'b'].map((each, at) => ({ at, ...token(each) })));
    expect(findings).toMatchObject([{ observed: 'The token `a` got 2 responses with status 401', relatedIds: [1, 2] }]);
  });

  test.each([
    ['AuthorizationUnsuccessful', 'Get consent for the scope first. A refreshed token keeps the old scopes.'],
    ['AuthenticationUnsuccessful', 'Get a new token after the first 401, before you retry.'],
  ])('say what helps after 401 %s', (detail, right) => {
    const options = { fingerprint: 'a', status: 401, body: { Detail: detail, Status: 401 } };
    const findings = findingsOf([0, 1].map((at) => ({ at, ...options })));
    expect(findings.find(({ ruleId }) => ruleId === 'expired-token-reused')?.fix).toBe(right);
  });

  test('recommend the list that returns what was read one by one', () => {
    const [tasks] = findingsOf([1, 2, 3, 4, 5].map((i) => ({ at: i, path: below('Tasks', i, 1) })));
    expect(tasks?.fix).toBe('Use `getTasks` once with `taskIds` to get all of them.');
    const [time] = findingsOf([1, 2, 3, 4, 5].map((i) => ({ at: i, path: below('Time', i, 1) })));
    expect(time?.fix).toContain('`getTimeEntries` in pages of up to 500');
  });

  test('recommend larger pages only if pages can be larger', () => {
    const first = (pageSize: number) => ({ at: 0, body: { pagination: { pageSize, pageCount: 2 }, items: [] } });
    expect(findingsOf([first(50)])[0]?.fix).toContain('pageSize=500');
    expect(findingsOf([first(500)])[0]?.fix).not.toContain('pageSize');
  });

  test('have at least one example each', () => {
    const seen = new Set([...table.flatMap(([, , ids]) => ids), 'gave-up-too-soon']);
    expect(sequenceRules.map(({ id }) => id).filter((id) => !seen.has(id))).toEqual([]);
  });

  test('have titles in the house style', () => {
    for (const { title } of sequenceRules) expect(title).toMatch(/^[A-Z][^.!]{3,45}$/);
  });
});
