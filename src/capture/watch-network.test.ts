import { describe, expect, test } from 'vitest';
import { diagnose } from '../core/diagnose/diagnose.ts';
import { UNAVAILABLE_VALUE } from '../core/model/exchange.ts';
import { runChecks } from '../core/rules/run-checks/run-checks.ts';
import { attemptsOf } from '../core/session/attempts.ts';
import { createSession } from '../core/session/session.ts';
import { createLog } from '../log/create-log.ts';
import { type EntryOptions, harEntry } from '../testing/har-entry.ts';
import type { BrowserEntry } from './har-entry.ts';
import { createTrafficMonitor } from './traffic-monitor.ts';
import { type Network, type WatchOptions, watchNetwork } from './watch-network.ts';

const xero = 'https://api.xero.com/projects.xro/2.0/Projects';
const preflightRequestHeaders = {
  Origin: 'https://app.example',
  'Access-Control-Request-Method': 'GET',
  'Access-Control-Request-Headers': 'authorization,xero-tenant-id',
};
const preflight: EntryOptions = { method: 'OPTIONS', status: 404, requestHeaders: preflightRequestHeaders };
const preflightOf = (method: string, names: string): EntryOptions => ({
  ...preflight,
  requestHeaders: {
    ...preflightRequestHeaders,
    'Access-Control-Request-Method': method,
    'Access-Control-Request-Headers': names,
  },
});
const allowed = { 'access-control-allow-origin': '*', 'access-control-allow-headers': 'authorization, xero-tenant-id' };
const blockedInFirefox: EntryOptions = { status: 0, time: 0, timings: {}, requestHeaders: { 'Xero-Tenant-Id': 't' } };

/** Watches a fake network whose events the test emits. */
function watched(har: EntryOptions[] = [], options: WatchOptions = {}) {
  const log = createLog();
  let emit: (entry: BrowserEntry) => void = () => {};
  let leave: (url: string) => void = () => {};
  const network: Network = {
    onRequestFinished: listenTo((listener) => {
      emit = listener;
    }),
    onNavigated: listenTo((listener) => {
      leave = listener;
    }),
    getHAR: (callback) => callback({ entries: har.map(harEntry) }),
  };
  const { traffic = createTrafficMonitor() } = options;
  watchNetwork(network, log, { ...options, traffic });
  return { log, traffic, emit: (options: EntryOptions) => emit(harEntry(options)), leave: () => leave('') };
}

const listenTo = <Listener>(addListener: (listener: Listener) => void) => ({ addListener, removeListener: () => {} });
const diagnoses = (log: ReturnType<typeof createLog>) => log.exchanges.map((exchange) => diagnose(exchange).id);
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('watchNetwork', () => {
  test('records a request by the time it began, however late the browser reports it', () => {
    const fromMs = Date.parse('2026-11-22T14:00:01.000Z');
    const { log, emit } = watched([], { isRecording: (startedMs) => startedMs >= fromMs });
    emit({ startedDateTime: '2026-11-22T14:00:00.000Z' });
    emit({ startedDateTime: '2026-11-22T14:00:02.000Z' });
    expect(log.exchanges).toHaveLength(1);
  });

  test('records entries that arrive before the settings are loaded once they are, in order', async () => {
    const mappings: string[] = [];
    let read = () => {};
    const ready = new Promise<void>((resolve) => {
      read = resolve;
    });
    const at = (path: string, second: number): EntryOptions => ({
      url: `https://app.example/api/xero${path}`,
      startedDateTime: `2026-11-22T14:00:0${second}.000Z`,
    });
    const { log, emit } = watched([at('/Projects', 1)], { mappings: () => mappings, ready });
    emit(at('/ProjectsUsers', 2));
    expect(log.exchanges).toEqual([]);
    mappings.push('/api/xero');
    read();
    await settled();
    emit(at('/Projects', 3));
    expect(log.exchanges.map(({ id, match }) => `${id} ${match.operation}`)).toEqual([
      '1 getProjects',
      '2 getProjectUsers',
      '3 getProjects',
    ]);
  });

  test('uses the mappings at the time of each request, and counts what looks like Xero’s until then', () => {
    const traffic = createTrafficMonitor();
    const mappings: string[] = [];
    const { log, emit } = watched([], { traffic, mappings: () => mappings });
    const url = 'https://app.example/api/xero/Projects?page=1';
    const requestHeaders = { 'Xero-Tenant-Id': 'a-tenant' };
    emit({ url, requestHeaders });
    expect(log.exchanges).toHaveLength(0);
    expect(traffic).toMatchObject({
      requestCount: 1,
      suggestions: [{ prefix: 'https://app.example/api/xero', requestCount: 1 }],
    });
    expect(JSON.stringify(traffic.suggestions)).not.toContain('a-tenant');
    mappings.push('/api/xero');
    emit({ url, requestHeaders });
    expect(log.exchanges.map(({ match }) => match.operation)).toEqual(['getProjects']);
    expect(traffic.requestCount).toBe(2);
  });

  test('counts requests to Xero while recording is off, but not those of a previous page', () => {
    const { log, traffic, emit } = watched([], { isRecording: () => false, isCurrentPage: (ms) => ms > 0 });
    emit({});
    emit({ url: 'https://app.example/' });
    emit({ startedDateTime: '1970-01-01T00:00:00.000Z' });
    expect(log.totals.ignoredWhilePaused).toBe(1);
    expect(traffic).toMatchObject({ requestCount: 2, unrelated: 1 });
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, -1, 1.5, 1e300])(
    'records the status %d and the time as unknown',
    (n) => {
      const { log, emit } = watched();
      emit({ status: n, time: n < 0 ? n : Number.NaN });
      expect(log.exchanges[0]).toMatchObject({ response: { status: 0 }, durationMs: undefined });
    },
  );

  test('counts WebSockets on paths of the API, which are not listed', () => {
    const { log, traffic, emit } = watched();
    emit({ url: 'wss://localhost:3000/projects.xro/2.0/Projects', status: 101 });
    emit({ url: 'wss://localhost:3000/live', status: 101 });
    expect(log.exchanges).toEqual([]);
    expect(traffic).toMatchObject({ unrelated: 2, webSockets: 1 });
  });

  test('treats HAR entries the same way: nothing of a previous page, and nothing while recording is off', () => {
    const at = (second: number): EntryOptions => ({ startedDateTime: `2026-11-22T14:00:0${second}.000Z` });
    const entries = [at(1), at(2), at(3)];
    const secondOf = (ms: number) => (ms / 1000) % 10;
    const { log, emit } = watched(entries, {
      isCurrentPage: (ms) => secondOf(ms) > 1,
      isRecording: (ms) => secondOf(ms) > 2,
    });
    for (const entry of entries) emit(entry);
    expect(log.exchanges.map(({ startedMs }) => secondOf(startedMs))).toEqual([3]);
    expect(log.totals.ignoredWhilePaused).toBe(1);
  });

  test('does not restore a blocked request of a previous page', () => {
    const { log } = watched([blockedInFirefox, preflight], { isCurrentPage: () => false });
    expect(log.exchanges).toEqual([]);
  });

  const connections: EntryOptions = { url: 'https://app.example/xero/connections' };
  const proxied: EntryOptions = { url: 'https://app.example/xero/projects.xro/2.0/Projects' };
  test.each<[string, EntryOptions[], number]>([
    ['a request and its allowed preflight', [{ ...preflight, status: 204, headers: allowed }, {}], 1],
    ['a blocked request and its preflight, in Chromium', [preflight, { status: 0, error: 'net::ERR_FAILED' }], 1],
    ['a rejected preflight whose request is never reported, in Firefox', [preflight], 1],
    ['two requests', [{}, {}], 2],
    ['the connections behind a known proxy', [connections], 1],
    ['the connections behind another proxy', [{ ...connections, url: 'https://other.example/connections' }], 0],
  ])('counts while recording is off: %s', (_, entries, expected) => {
    let isOn = true;
    const { log, emit } = watched([], { isRecording: () => isOn });
    emit(proxied);
    isOn = false;
    for (const entry of entries) emit(entry);
    expect(log.totals.ignoredWhilePaused).toBe(expected);
    expect(log.exchanges).toHaveLength(1);
  });

  test('stores nothing of connections requested while recording is off', () => {
    let isOn = false;
    const { log, emit } = watched([], { isRecording: () => isOn });
    emit(connections);
    isOn = true;
    emit(proxied);
    expect(log.exchanges).toHaveLength(1);
  });

  test('records Xero’s requests and only counts the others, whose bodies it never reads', async () => {
    const { log, traffic, emit } = watched();
    emit({ url: 'https://app.example/', content: [undefined, 'never'] });
    emit({ status: 200, content: ['{"items":[]}', ''] });
    await settled();
    expect(traffic.unrelated).toBe(1);
    expect(log.exchanges.map((each) => each.response.body)).toEqual([
      { kind: 'text', text: '{"items":[]}', bytes: 12 },
    ]);
  });

  test('merges HAR entries with events, without duplicates', () => {
    const early = { startedDateTime: '2026-11-22T14:00:00.000Z' };
    const { log, emit } = watched([early, { startedDateTime: '2026-11-22T14:00:01.000Z' }]);
    emit(early);
    emit({ startedDateTime: '2026-11-22T14:00:02.000Z' });
    expect(log.exchanges.map((each) => each.id)).toHaveLength(3);
  });

  test.each<[string, EntryOptions[]]>([
    ['a rejected preflight and its request', [preflight, { status: 0, error: 'net::ERR_FAILED', time: 3 }]],
    [
      'an allowed preflight and its request',
      [
        { ...preflight, status: 204, headers: allowed },
        { status: 200, time: 3 },
      ],
    ],
    ['two requests that began in the same millisecond', [{ time: 3 }, { time: 4 }]],
    [
      'both halves of a request through a service worker',
      [
        { fetchedViaServiceWorker: true, time: 30 },
        { fetchedViaServiceWorker: false, requestHeaders: { Accept: '*/*' } },
      ],
    ],
  ])('recognizes an event for a request that the HAR contained: %s', (_, entries) => {
    const { log, traffic, emit } = watched(entries);
    const exchanges = [...log.exchanges];
    const { requestCount: countBefore } = traffic;
    for (const entry of entries) emit(entry);
    expect(log.exchanges).toEqual(exchanges);
    expect(traffic.requestCount).toBe(countBefore);
  });

  test('takes from the event what the HAR did not contain yet', () => {
    const { log, emit } = watched([{ status: 200, time: 3 }]);
    emit({ status: 200, time: 12 });
    expect(log.exchanges).toHaveLength(1);
    expect(log.exchanges[0]?.durationMs).toBe(12);
  });

  test('keeps apart two requests that began in the same millisecond', () => {
    const { log, emit } = watched();
    emit({});
    emit({});
    expect(log.exchanges).toHaveLength(2);
  });

  test('waits for the event of a request that is pending in the HAR', () => {
    const { log, emit } = watched([{ status: 0, timings: {} }]);
    expect(log.exchanges).toHaveLength(0);
    emit({ status: 200 });
    expect(diagnoses(log)).toEqual(['success']);
  });

  test.each<[string, EntryOptions[], string[]]>([
    [
      'Chromium: a rejected preflight and its request',
      [preflight, { status: 0, error: 'net::ERR_FAILED' }],
      ['cors-blocked'],
    ],
    [
      'Chromium: a preflight that allows too little and its request',
      [
        { ...preflight, status: 204 },
        { status: 0, error: 'net::ERR_FAILED' },
      ],
      ['cors-blocked'],
    ],
    [
      'Chromium, busy: the blocked request first, then its preflight',
      [{ status: 0, error: 'net::ERR_FAILED' }, preflight],
      ['cors-blocked'],
    ],
    [
      'Chromium, busy: two blocked requests first, then their preflights',
      [{ status: 0, error: 'net::ERR_FAILED' }, { status: 0, error: 'net::ERR_FAILED' }, preflight, preflight],
      ['cors-blocked', 'cors-blocked'],
    ],
    [
      'a rejected preflight after a request that failed for another reason',
      [{ status: 0, error: 'net::ERR_CONNECTION_REFUSED' }, preflight],
      ['network-failure', 'cors-blocked'],
    ],
    ['Firefox: a rejected preflight whose request is never reported', [preflight], ['cors-blocked']],
    [
      'an allowed preflight and its request',
      [{ ...preflight, status: 204, headers: allowed }, { status: 200 }],
      ['success'],
    ],
    [
      'an allowed preflight whose request has not been reported yet',
      [{ ...preflight, status: 204, headers: allowed }],
      [],
    ],
    [
      'Firefox: an allowed preflight and a request that failed',
      [{ ...preflight, status: 204, headers: allowed }, { status: 0 }],
      ['network-failure'],
    ],
    [
      'a response hidden from the page',
      [{ status: 200, error: 'net::ERR_FAILED', requestHeaders: { origin: 'https://app.example' } }],
      ['cors-blocked'],
    ],
    [
      'a response hidden from the page, in Firefox',
      [{ status: 200, requestHeaders: { Origin: 'https://app.example' } }],
      ['cors-blocked'],
    ],
    [
      'a response of the same origin',
      [{ status: 200, requestHeaders: { origin: 'https://api.xero.com' } }],
      ['success'],
    ],
    ['a 204 that the page does not read', [{ status: 204, error: 'net::ERR_ABORTED' }], ['no-content']],
    ['a cancelled request in Chromium', [{ status: 0, error: 'net::ERR_ABORTED' }], ['aborted']],
    [
      'a cancelled request in Firefox, which looks like a failed one',
      [{ status: 0, time: 0, timings: { blocked: 0, send: 0, wait: 0 } }],
      ['network-failure'],
    ],
    ['a dropped connection in Chromium', [{ status: 0, error: 'net::ERR_EMPTY_RESPONSE' }], ['network-failure']],
    ['a dropped connection in Firefox', [{ status: 0, timings: { blocked: 2, send: 11 } }], ['network-failure']],
    ['a refused connection in Firefox', [{ status: 0, time: 0, timings: {} }], ['network-failure']],
    [
      'a response that broke off in Chromium',
      [{ status: 200, error: 'net::ERR_CONTENT_LENGTH_MISMATCH' }],
      ['network-failure'],
    ],
    [
      'a response that broke off in Firefox',
      [{ status: 200, size: 5, headers: { 'Content-Length': '1000' } }],
      ['network-failure'],
    ],
    [
      'a compressed response',
      [{ status: 200, size: 900, headers: { 'content-length': '1000', 'content-encoding': 'gzip' } }],
      ['success'],
    ],
  ])('%s', (_, entries, expected) => {
    const { log, emit } = watched();
    for (const entry of entries) emit({ url: xero, ...entry });
    expect(diagnoses(log)).toEqual(expected);
  });

  test('finds a blocked request that Firefox lists only in the HAR, with its headers', () => {
    const { log } = watched([blockedInFirefox, preflight]);
    expect(log.exchanges).toHaveLength(1);
    expect(log.exchanges[0]).toMatchObject({
      failure: { kind: 'cors' },
      preflight: { status: 404 },
      request: { method: 'GET', headers: [['xero-tenant-id', 't']] },
    });
  });

  test('knows method and header names of a request that was blocked', () => {
    const { log, emit } = watched();
    emit(preflight);
    expect(log.exchanges[0]?.request).toMatchObject({ method: 'GET', url: xero });
    expect(log.exchanges[0]?.request.headers).toEqual([['xero-tenant-id', UNAVAILABLE_VALUE]]);
  });

  test.each<[string, string, string[]]>([
    ['of a POST with all that Xero needs', 'authorization,content-type,idempotency-key,xero-tenant-id', []],
    ['of a POST without them', 'content-type', ['tenant-missing', 'token-missing', 'idempotency-key-missing']],
  ])('reports no problem with unknown parts of a request that was blocked: %s', (_, names, expected) => {
    const { log, emit } = watched();
    emit(preflightOf('POST', names));
    const [blocked] = log.exchanges;
    expect(blocked?.request.body).toEqual({ kind: 'unavailable', reason: 'not-provided', bytes: undefined });
    const found = blocked && runChecks(blocked, log.exchanges).map(({ ruleId }) => ruleId);
    expect(found?.toSorted()).toEqual(expected.toSorted());
  });

  test('treats the tenant of two blocked requests with the same header names as unknown, and neither as a retry', () => {
    const { log, emit } = watched();
    const session = createSession();
    emit(preflightOf('POST', 'authorization,idempotency-key,xero-tenant-id'));
    emit({ ...preflightOf('POST', 'authorization,idempotency-key,xero-tenant-id'), url: `${xero}?page=2` });
    for (const each of log.exchanges) session.put(each);
    expect([...session.tenants.keys()]).toEqual(['']);
    expect(log.exchanges.map(({ id }) => attemptsOf(session, id))).toEqual([undefined, undefined]);
  });

  test.each([
    ['the worker’s first', [false, true]],
    ['the page’s first', [true, false]],
  ])('merges the two entries of a request through a service worker, %s', async (_, order) => {
    const { log, emit } = watched();
    for (const fetchedViaServiceWorker of order) {
      emit(
        fetchedViaServiceWorker
          ? { fetchedViaServiceWorker, content: ['{"items":[]}', ''], time: 30 }
          : { fetchedViaServiceWorker, content: ['', ''], requestHeaders: { 'Xero-Tenant-Id': 't', Accept: '*/*' } },
      );
    }
    await settled();
    expect(log.exchanges).toHaveLength(1);
    expect(log.exchanges[0]).toMatchObject({
      viaServiceWorker: true,
      request: {
        headers: [
          ['xero-tenant-id', 't'],
          ['accept', '*/*'],
        ],
      },
      response: { body: { text: '{"items":[]}' } },
    });
  });

  test('reports that a body is gone because the page was left', async () => {
    const { log, emit, leave } = watched();
    emit({ size: 100, content: [undefined, ''] });
    leave();
    await settled();
    expect(log.exchanges[0]?.response.body).toMatchObject({ kind: 'unavailable', reason: 'navigated' });
  });
});
