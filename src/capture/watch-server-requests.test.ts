import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createServerExchanges } from '../import/server-entries.ts';
import { createLog } from '../log/create-log.ts';
import { exchange } from '../testing/exchange.ts';
import { type EntryOptions, harEntry } from '../testing/har-entry.ts';
import { STARTED } from './fetch-in-page.ts';
import { type ServerRequestOptions, watchServerRequests } from './watch-server-requests.ts';

const key = 'AbCdEfGhIjKlMnOpQrS-_0';
const page = 'http://localhost:3000/app/time';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

/** A page that fetches whatever is evaluated in it, and reports the given outcome. */
function watched(options: Partial<ServerRequestOptions> & { outcome?: unknown } = {}) {
  const { outcome = 'pending', ...rest } = options;
  const log = createLog();
  const addresses: string[] = [];
  const expressions: string[] = [];
  const watcher = watchServerRequests(log, {
    evaluate(expression, callback) {
      expressions.push(expression);
      const address = /"(http[^"]*xero-inspector[^"]*)"\)$/.exec(expression)?.[1];
      if (address !== undefined) addresses.push(address);
      callback(address === undefined ? outcome : STARTED);
    },
    createExchanges: (entries, nextId) => createServerExchanges(entries, { mappings: [], nextId }),
    isOn: () => true,
    isFollowing: () => false,
    isCurrentPage: () => true,
    isRecording: () => true,
    ...rest,
  });
  return {
    log,
    watcher,
    addresses,
    expressions,
    announce: (request = 1, entry: EntryOptions = {}) => {
      const headers = { 'Xero-Inspector': `?xero-inspector=${key}.0.${request}` };
      watcher.onResponse(harEntry({ url: page, headers, ...entry }), undefined);
    },
    async respond(entry: EntryOptions, address = addresses.at(-1) ?? '') {
      const isOwn = watcher.takeOwn(harEntry({ url: address, ...entry }));
      await vi.advanceTimersByTimeAsync(0);
      return isOwn;
    },
    elapse: (ms: number) => vi.advanceTimersByTimeAsync(ms),
    get failure() {
      return watcher.stats.failure?.kind;
    },
  };
}

function recorderResponse(entries: readonly object[], fields: object = {}): EntryOptions {
  const _xeroInspector = { protocol: 1, key, next: entries.length, inFlight: 0, dropped: 0, more: false, ...fields };
  return { content: [JSON.stringify({ log: { version: '1.2', entries, _xeroInspector } }), ''] };
}

function recorded(sequence: number, fields: object = {}, origin: object = {}) {
  const pageRequest = { id: 1, method: 'POST', path: '/app/time' };
  const { request, response } = harEntry({ url: 'https://api.xero.com/projects.xro/2.0/Projects' });
  return {
    startedDateTime: '2026-11-22T14:02:41.000Z',
    time: 182,
    request,
    response,
    _xeroServer: { sequence, app: 'timesheets', pageRequest, ...origin },
    ...fields,
  };
}

test('adds the requests that a response announces, with what the browser reported about that response', async () => {
  const { log, announce, respond, addresses } = watched();
  announce(1, { status: 201, time: 40 });
  expect(addresses).toEqual([`${page}?xero-inspector=${key}.0`]);
  expect(await respond(recorderResponse([recorded(1)]))).toBe(true);
  expect(log.exchanges).toMatchObject([
    {
      source: 'server',
      match: { operation: 'getProjects' },
      server: { sequence: 1, app: 'timesheets', pageRequest: { path: '/app/time', outcome: { status: 201 } } },
    },
  ]);
});

test('adds what the browser reports later about the page request', async () => {
  const { log, announce, respond } = watched();
  announce(2);
  await respond(recorderResponse([recorded(1)]));
  expect(log.exchanges[0]?.server?.pageRequest?.outcome).toBeUndefined();
  announce(1, { status: 502 });
  expect(log.exchanges[0]?.server?.pageRequest?.outcome?.status).toBe(502);
});

describe('a request that the server sent on for the page', () => {
  const url = 'http://localhost:3000/api/projects.xro/2.0/Projects';
  const proxied = (id: number) => ({ ...exchange({ id, url }), startedMs: Date.parse('2026-11-22T14:02:41.000Z') });

  test('becomes part of the page’s request', async () => {
    const { log, watcher, respond } = watched();
    log.upsert(proxied(log.nextId()));
    watcher.onResponse(harEntry({ url, headers: { 'Xero-Inspector': `?xero-inspector=${key}.0.1` } }), 1);
    const users = { request: { method: 'GET', url: 'https://api.xero.com/projects.xro/2.0/ProjectsUsers' } };
    await respond(recorderResponse([recorded(1), recorded(2, users)]));
    expect(log.exchanges.map(({ source, match }) => [source, match.operation])).toEqual([
      ['browser', 'getProjects'],
      ['server', 'getProjectUsers'],
    ]);
    expect(log.get(1)?.forwarded?.server.sequence).toBe(1);
    expect(log.exchanges[1]?.server?.pageRequest?.outcome?.exchangeId).toBe(1);
  });

  test('is listed alone until the page’s request is reported', async () => {
    const { log, watcher, announce, respond } = watched();
    announce(2);
    await respond(recorderResponse([recorded(1)]));
    expect(log.exchanges).toHaveLength(1);
    const id = log.nextId();
    log.upsert(proxied(id));
    watcher.onResponse(harEntry({ url, headers: { 'Xero-Inspector': `?xero-inspector=${key}.0.1` } }), id);
    expect(log.exchanges.map((each) => each.id)).toEqual([id]);
    expect(log.get(id)?.forwarded?.server.sequence).toBe(1);
  });
});

test('ignores entries that are not for Xero, and lists the others', async () => {
  const { log, announce, respond } = watched();
  announce();
  const elsewhere = { request: { method: 'GET', url: 'https://example.com/a', headers: [] } };
  await respond(recorderResponse([recorded(1, elsewhere), recorded(2, { request: null }), recorded(3)]));
  expect(log.exchanges).toHaveLength(1);
});

test('lists nothing twice', async () => {
  const { log, announce, respond } = watched();
  announce();
  await respond(recorderResponse([recorded(1), recorded(1)], { next: 1 }));
  announce();
  await respond(recorderResponse([recorded(1), recorded(2)]));
  expect(log.exchanges).toHaveLength(2);
});

test('redacts secrets in what a server sends', async () => {
  const { log, announce, respond } = watched();
  announce();
  const headers = [
    { name: 'Authorization', value: 'Bearer eyJhbGciOiJSUzI1NiJ9.eyJjbGllbnRfaWQiOiJhYmMifQ.' },
    { name: 'Cookie', value: 'session=s3cret' },
  ];
  const request = { method: 'GET', url: 'https://api.xero.com/projects.xro/2.0/Projects?access_token=s3cret', headers };
  await respond(recorderResponse([recorded(1, { request })]));
  const [exchange] = log.exchanges;
  expect(exchange?.request.token).toMatchObject({ kind: 'jwt', clientId: 'abc' });
  expect(JSON.stringify(exchange)).not.toContain('s3cret');
});

test('fetches and reports nothing while it is switched off', () => {
  const { announce, addresses } = watched({ isOn: () => false });
  announce();
  expect(addresses).toEqual([]);
});

test('counts requests that began while recording was off', async () => {
  const { log, announce, respond } = watched({ isRecording: () => false });
  announce();
  await respond(recorderResponse([recorded(1)]));
  expect(log.exchanges).toEqual([]);
  expect(log.totals.ignoredWhilePaused).toBe(1);
});

test('neither lists nor counts requests of a previous page', async () => {
  const { log, announce, respond } = watched({ isCurrentPage: () => false });
  announce();
  await respond(recorderResponse([recorded(1)]));
  expect(log.exchanges).toEqual([]);
  expect(log.totals.ignoredWhilePaused).toBe(0);
});

test('lists nothing that arrives after it was switched off', async () => {
  let isOn = true;
  const { log, announce, respond } = watched({ isOn: () => isOn });
  announce();
  isOn = false;
  await respond(recorderResponse([recorded(1)]));
  expect(log.exchanges).toEqual([]);
});

test('does not mistake a request of the page for its own', () => {
  const { watcher, announce } = watched();
  const url = `${page}?xero-inspector=${key}.0`;
  expect(watcher.takeOwn(harEntry({ url }))).toBe(false);
  announce();
  expect(watcher.takeOwn(harEntry({ url: 'http://localhost:3000/?xero-inspector=1' }))).toBe(false);
  expect(watcher.takeOwn(harEntry({ url }))).toBe(true);
});

test('evaluates nothing but constant code and JSON', () => {
  const { announce, expressions } = watched();
  announce(1, { url: `http://localhost:3000/a"');alert(1)//\u2028</script>` });
  const [expression = ''] = expressions;
  const values = expression.slice(expression.lastIndexOf('})(') + 2);
  const [, address] = JSON.parse(`[${values.slice(1, -1)}]`);
  expect(address).toBe(`http://localhost:3000/a%22');alert(1)//%E2%80%A8%3C/script%3E?xero-inspector=${key}.0`);
});

describe('reports', () => {
  test.each<[string, EntryOptions, string]>([
    ['a redirect', { status: 302, content: ['', ''] }, 'not-json'],
    ['a broken gateway', { status: 502, content: ['Bad gateway', ''] }, 'not-json'],
    ['a refusal', { status: 403, content: ['{"error":""}', ''] }, 'refused'],
    ['a body that is too large', { size: 50_000_000, content: ['{}', ''] }, 'too-large'],
    ['a newer recorder', recorderResponse([], { protocol: 2 }), 'newer-version'],
    ['JSON of something else', { content: ['{}', ''] }, 'invalid'],
  ])('%s', async (_, entry, failure) => {
    const test = watched();
    test.announce();
    await test.respond(entry);
    expect(test.failure).toBe(failure);
    expect(test.watcher.stats.failure?.host).toBe('localhost:3000');
    expect(test.log.exchanges).toEqual([]);
  });

  test.each<[string, unknown, EntryOptions | undefined, string]>([
    ['a page policy', 'policy', undefined, 'page-policy'],
    ['a policy that the browser reports as a failed request', 'policy', { status: 0, error: 'csp' }, 'page-policy'],
    ['a response that CORS withholds', 'failed-elsewhere', { status: 200 }, 'no-cors'],
    ['a proxy that responds with HTML', 'loaded', { content: ['<!doctype html>', ''] }, 'not-json'],
    ['a response whose connection breaks', 'failed', { content: ['{"log":{"entries":[{', ''] }, 'network'],
    ['no response', 'failed', { status: 0 }, 'network'],
    ['no response from another origin', 'failed-elsewhere', undefined, 'network'],
    ['a redirect that has no entry', 'redirected', undefined, 'not-json'],
    ['a response that the browser withholds', 'loaded', undefined, 'unreadable'],
    ['a page that returns nonsense', { toString: 1 }, undefined, 'page-left'],
  ])('%s', async (_, outcome, entry, failure) => {
    const test = watched({ outcome });
    test.announce();
    for (let attempt = 0; attempt < 5; attempt++) {
      if (entry) await test.respond(entry);
      await test.elapse(10_000);
    }
    expect(test.failure).toBe(failure);
  });

  test('another process after a few attempts', async () => {
    const test = watched();
    test.announce();
    for (let attempt = 1; attempt <= 5; attempt++) {
      expect(test.failure).toBeUndefined();
      await test.respond({ status: 404 });
      await test.elapse(5_000);
    }
    expect(test.addresses).toHaveLength(5);
    expect(test.failure).toBe('other-process');
  });

  test('no failure once a fetch succeeds', async () => {
    const test = watched();
    test.announce();
    await test.respond({ content: ['<html>', ''] });
    test.announce();
    await test.elapse(2_000);
    await test.respond(recorderResponse([recorded(1)]));
    expect(test.failure).toBeUndefined();
  });
});

test('waits for the service worker’s entry that has the body', async () => {
  const test = watched();
  test.announce();
  await test.respond({ content: ['', ''] });
  await test.respond(recorderResponse([recorded(1)]));
  expect(test.log.exchanges).toHaveLength(1);
});

test('fetches again after a navigation', async () => {
  const test = watched({ outcome: 'gone' });
  test.announce();
  test.watcher.onNavigated();
  await test.elapse(350);
  expect(test.addresses.length).toBeGreaterThan(1);
  await test.respond(recorderResponse([recorded(1)]));
  expect(test.log.exchanges).toHaveLength(1);
});
