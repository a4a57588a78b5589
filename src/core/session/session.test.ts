import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exchange, madeByServer } from '../../testing/exchange.ts';
import { beginMs, sessionOf, tenantA, timedExchanges } from '../../testing/timed-exchanges.ts';
import type { Exchange } from '../model/exchange.ts';
import { withForwarded } from '../server-requests/forwarded.ts';
import { attemptsOf } from './attempts.ts';
import { appLimits, tenantLimits } from './limits.ts';
import type { Session } from './session.ts';

const nowMs = beginMs + 40_000;

/** A day of work: two tenants, repeated failures, rate limits, keys, headers. */
const day = timedExchanges(
  Array.from({ length: 5_000 }, (_, i) => ({
    at: i * 17.28,
    tenant: i % 3 ? tenantA : '70784a63-d24b-46a9-a4db-0e70a274b056',
    method: i % 4 ? 'GET' : 'POST',
    path: `/Projects?page=${i % 50}`,
    sent: i % 4 ? undefined : { name: `n${i % 7}` },
    sentHeaders: i % 8 ? {} : { 'idempotency-key': `k${i % 40}` },
    status: i % 13 ? (i % 11 ? 200 : 500) : 429,
    headers: {
      'x-minlimit-remaining': String(60 - (i % 60)),
      'x-daylimit-remaining': String(5_000 - i),
      ...(i % 13 ? {} : { 'retry-after': String(i % 90), 'x-rate-limit-problem': i % 2 ? 'Minute' : 'Day' }),
    },
  })),
);

function limitsAt(session: Session, ms: number) {
  return [...tenantLimits(session, tenantA, ms), ...appLimits(session, ms)];
}

/** Everything that is read from a session. */
function stateOf(session: Session) {
  return {
    exchanges: session.exchanges,
    rateLimited: session.rateLimited,
    tenants: [...session.tenants.values()].sort((a, b) => (a.tenant < b.tenant ? -1 : 1)),
    attempts: session.exchanges.map(({ id }) => attemptsOf(session, id)?.exchanges.map((each) => each.id)),
    limits: limitsAt(session, beginMs + 80_000_000),
  };
}

test('a request that a server forwarded counts once, as Xero received it', () => {
  const sentHeaders = { 'xero-tenant-id': tenantA };
  const ofServer = (id: number, afterMs: number, status: number): Exchange => ({
    ...exchange({ id, status, sentHeaders, startedMs: beginMs + afterMs, headers: { 'x-minlimit-remaining': '7' } }),
    ...madeByServer,
  });
  const page = exchange({ id: 2, url: 'https://app.example/api/projects.xro/2.0/Projects', startedMs: beginMs });
  const session = sessionOf([ofServer(1, 10, 503), withForwarded(page, ofServer(3, 2_000, 200))]);
  expect(session.exchanges.map(({ id, tenant, minuteRemaining }) => [id, tenant, minuteRemaining])).toEqual([
    [1, tenantA, 7],
    [2, tenantA, 7],
  ]);
  expect(attemptsOf(session, 2)?.exchanges.map(({ id }) => id)).toEqual([1, 2]);
});

describe('a session', () => {
  const expected = stateOf(sessionOf(day));

  test('is the same for any order of arrival of 5,000 requests', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(day, { minLength: day.length }), (shuffled) => {
        expect(stateOf(sessionOf(shuffled))).toEqual(expected);
      }),
      { numRuns: 3 },
    );
  });

  test('is the same when exchanges are replaced, and when others come and go', () => {
    const session = sessionOf(day);
    for (const each of day.slice(0, 500)) session.put({ ...each });
    const [passing] = timedExchanges([{ at: 100, id: 9_999, path: '/ProjectsUsers' }]);
    if (passing) session.put(passing);
    session.remove([9_999]);
    expect(stateOf(session)).toEqual(expected);
  });

  test('drops removed requests and their tenants', () => {
    const elsewhere = { tenant: 'e0000000-d24b-46a9-a4db-0e70a274b056', status: 429 };
    const limitHeaders = { 'retry-after': '3', 'x-rate-limit-problem': 'concurrent', 'x-daylimit-remaining': '5000' };
    const passing = timedExchanges([
      { at: 1, id: 9_997, headers: limitHeaders },
      { at: 2, id: 9_998, headers: limitHeaders, ...elsewhere },
      { at: 3, id: 9_999, headers: limitHeaders, ...elsewhere },
    ]);
    const remaining = day.slice(1_000);
    const session = sessionOf([...day, ...passing]);
    session.remove([9_999]);
    session.remove([...passing, ...day.slice(0, 1_000)].map(({ id }) => id));
    expect(stateOf(session)).toEqual(stateOf(sessionOf(remaining)));
  });

  test('preserves the order of tenants when a tenant’s only request is replaced', () => {
    const tenants = ['a', 'b'];
    const both = timedExchanges(tenants.map((tenant, at) => ({ at, tenant })));
    const session = sessionOf(both);
    for (const each of both.slice(0, 1)) session.put({ ...each });
    expect([...session.tenants.keys()]).toEqual(tenants);
  });

  test.each<[string, Parameters<typeof exchange>[0]]>([
    ['no time', { startedMs: Number.NaN }],
    ['a negative duration', { startedMs: beginMs, durationMs: -5 }],
    ['a time out of the range of Date', { startedMs: Number.MAX_VALUE }],
    ['an impossibly long duration', { startedMs: nowMs, durationMs: Number.MAX_VALUE }],
    [
      'limits that aren’t numbers',
      { startedMs: nowMs, headers: { 'x-minlimit-remaining': '-1', 'retry-after': 'soon' } },
    ],
    ['61 of 60 remaining', { startedMs: nowMs, headers: { 'x-minlimit-remaining': '61' } }],
  ])('has only valid numbers with %s', (_, options) => {
    const session = sessionOf([exchange({ sentHeaders: { 'xero-tenant-id': tenantA }, ...options })]);
    for (const { remaining, requestsPerMinute, exhaustedAtMs } of limitsAt(session, nowMs)) {
      expect([remaining, requestsPerMinute, exhaustedAtMs ?? 0].every(Number.isFinite)).toBe(true);
      expect(remaining).toBeGreaterThanOrEqual(0);
    }
  });
});
