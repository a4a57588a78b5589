import { describe, expect, test } from 'vitest';
import {
  beginMs,
  sessionOf,
  type TimedExchangeOptions,
  tenantA,
  timedExchanges,
} from '../../testing/timed-exchanges.ts';
import { appLimits, futureDatedCount, tenantLimits } from './limits.ts';

function limit(id: string, atSeconds: number, options: readonly TimedExchangeOptions[]) {
  const session = sessionOf(timedExchanges(options));
  const nowMs = beginMs + atSeconds * 1000;
  const states = [...tenantLimits(session, tenantA, nowMs), ...appLimits(session, nowMs)];
  const state = states.find(({ row }) => row.id === id);
  if (state === undefined) throw new Error(`There is no limit ${id}.`);
  return state;
}

const reported = (at: number, minuteLeft: number, dayLeft = 4_000): TimedExchangeOptions => ({
  at,
  headers: { 'x-minlimit-remaining': String(minuteLeft), 'x-daylimit-remaining': String(dayLeft) },
});
const burst = (from: number, count: number, options: Partial<TimedExchangeOptions> = {}): TimedExchangeOptions[] =>
  Array.from({ length: count }, (_, i) => ({ at: from + i / 10, ...options }));

describe('the limits', () => {
  test('subtracts the requests since the last headers', () => {
    expect(limit('minute', 10, [reported(1, 40), { at: 5 }, { at: 6 }])).toMatchObject({
      remaining: 38,
      basis: 'reported',
    });
  });

  test('counts the requests of the last minute when there are no headers', () => {
    expect(limit('minute', 70, [{ at: 5 }, ...burst(20, 12)])).toMatchObject({ remaining: 48, basis: 'estimated' });
  });

  test('has nothing left after as many requests as the limit, whatever was reported before them', () => {
    expect(limit('minute', 10, [reported(1, 40), ...burst(2, 60)])).toMatchObject({ remaining: 0, basis: 'estimated' });
    expect(limit('minute', 10, [reported(1, 60), ...burst(2, 59)])).toMatchObject({ remaining: 1, basis: 'reported' });
    const rejected = burst(2, 60, { status: 401 });
    expect(limit('minute', 10, [reported(1, 40), ...rejected])).toMatchObject({ remaining: 40, basis: 'reported' });
  });

  test('resets when the last headers are over a minute old', () => {
    expect(limit('minute', 90, [reported(1, 2)])).toMatchObject({ remaining: 60, basis: 'estimated' });
  });

  test('doesn’t count requests that never reached the API', () => {
    const options = [{ at: 1, status: 401 }, { at: 2, status: 403 }, { at: 3, status: 0 }, { at: 4 }];
    expect(limit('minute', 10, options).remaining).toBe(59);
  });

  test('counts a request with a rejected tenant for the app only', () => {
    const rejected = { at: 2, status: 403, headers: { 'x-appminlimit-remaining': '9999' } };
    expect(
      limit('app-minute', 10, [
        { at: 1, status: 401 },
        { at: 2, status: 403 },
        { at: 3, status: 0 },
      ]).remaining,
    ).toBe(9_999);
    expect(limit('app-minute', 10, [rejected, { at: 3, status: 403 }]).remaining).toBe(9_998);
  });

  test('doesn’t mistake a proxy’s own limit for one of Xero’s', () => {
    const url = 'https://app.example/projects.xro/2.0/Projects';
    const limited = { at: 1, url, status: 429, headers: { 'retry-after': '3600' } };
    expect(limit('day', 10, [limited])).toMatchObject({ blockedUntilMs: undefined, rejectedMs: undefined });
    const ofXero = { ...limited, headers: { ...limited.headers, 'xero-correlation-id': 'c' } };
    expect(limit('day', 10, [ofXero]).blockedUntilMs).toBeGreaterThan(beginMs);
  });

  test('uses the status inside a proxy’s response', () => {
    const url = 'https://app.example/projects.xro/2.0/Projects';
    const rejected = { url, status: 500, body: { Status: 401, Detail: 'AuthenticationUnsuccessful' } };
    expect(
      limit('minute', 10, [
        { at: 1, ...rejected },
        { at: 2, url, status: 500 },
      ]).remaining,
    ).toBe(59);
  });

  test('learns the tier from the highest remaining day count', () => {
    expect(limit('day', 10, [reported(1, 40, 1_001)])).toMatchObject({
      limit: 5_000,
      isLimitKnown: true,
      remaining: 1_001,
    });
    expect(limit('day', 10, [reported(1, 40, 900)])).toMatchObject({ limit: 1_000, isLimitKnown: false });
    expect(limit('day', 10, [{ at: 1 }])).toMatchObject({ limit: 5_000, isLimitKnown: false, basis: 'estimated' });
  });

  test('forecasts when the minute is exhausted at this pace', () => {
    const state = limit('minute', 10, [reported(0, 30), ...burst(1, 15)]);
    expect(state).toMatchObject({ remaining: 15, requestsPerMinute: 32 });
    expect(((state.exhaustedAtMs ?? 0) - beginMs) / 1000).toBeCloseTo(10 + (15 / 32) * 60, 0);
    expect(limit('minute', 10, [reported(0, 59)]).exhaustedAtMs).toBeUndefined();
  });

  test('is blocked until the Retry-After of a 429, for its own limit only', () => {
    const rejected = { at: 10, status: 429, headers: { 'retry-after': '22', 'x-rate-limit-problem': 'minute' } };
    expect(limit('minute', 12, [rejected]).blockedUntilMs).toBe(beginMs + 32_100);
    expect(limit('day', 12, [rejected]).blockedUntilMs).toBeUndefined();
    expect(limit('minute', 33, [rejected]).blockedUntilMs).toBeUndefined();
    expect(limit('minute', 20, [rejected, { at: 15 }]).blockedUntilMs).toBeUndefined();
  });

  test('derives concurrency from start and end times', () => {
    const options = burst(1, 7, { durationMs: 650 });
    expect(limit('concurrent', 10, options)).toMatchObject({ remaining: 0, basis: 'estimated' });
    expect(limit('concurrent', 10, burst(1, 7, { durationMs: 50 })).remaining).toBe(4);
  });

  test('warns about a header above the limit', () => {
    expect(limit('minute', 2, [reported(1, 61)])).toMatchObject({
      remaining: 60,
      warning: 'The header reported 61 of 60 requests remaining.',
    });
  });

  test('separates tenants, and counts the app’s minute over all of them', () => {
    const options = [{ at: 1, tenant: 'b' }, { at: 2, tenant: 'b' }, { at: 3 }];
    expect(limit('minute', 10, options).remaining).toBe(59);
    expect(limit('app-minute', 10, options).remaining).toBe(9_997);
  });

  test('resets when the Retry-After of a 429 is over', () => {
    const rejected = {
      at: 10,
      status: 429,
      headers: { 'retry-after': '22', 'x-rate-limit-problem': 'minute', 'x-minlimit-remaining': '0' },
    };
    expect(limit('minute', 31, [rejected])).toMatchObject({ remaining: 0, rejectedMs: beginMs + 10_000 });
    expect(limit('minute', 33, [rejected])).toMatchObject({ remaining: 60, basis: 'estimated', rejectedMs: undefined });
    expect(limit('minute', 34, [rejected, { at: 33 }]).remaining).toBe(59);
  });

  test('has nothing remaining while it is blocked, and warns about contradicting headers', () => {
    const rejected = { at: 10, status: 429, headers: { 'retry-after': '22' } };
    expect(limit('minute', 12, [rejected])).toMatchObject({
      remaining: 0,
      warning: 'A request was rejected although 59 remained by this count. Requests that weren’t captured count too.',
    });
    const lying = { ...rejected, headers: { ...rejected.headers, 'x-minlimit-remaining': '41' } };
    expect(limit('minute', 12, [lying])).toMatchObject({
      remaining: 0,
      warning: 'A request was rejected although 41 were reported as remaining.',
    });
  });

  test('ignores a Retry-After longer than any limit lasts', () => {
    const rejected = {
      at: 10,
      status: 429,
      headers: { 'retry-after': '999999999', 'x-rate-limit-problem': 'minute', 'x-minlimit-remaining': '0' },
    };
    expect(limit('minute', 12, [rejected])).toMatchObject({
      remaining: 0,
      blockedUntilMs: undefined,
      warning: undefined,
    });
  });

  test.each<[retryAfter: string, seconds: number]>([
    ['Sun, 22 Nov 2026 14:00:40 GMT', 30],
    ['1.2', 2],
    ['3, 9', 9],
  ])('reads Retry-After %j', (retryAfter, seconds) => {
    const headers = {
      'retry-after': retryAfter,
      'x-rate-limit-problem': 'minute',
      date: 'Sun, 22 Nov 2026 14:00:10 GMT',
    };
    const rejected = { at: 10, status: 429, headers };
    expect(limit('minute', 11, [rejected]).blockedUntilMs).toBe(beginMs + 10_100 + seconds * 1_000);
  });

  test('infers the exceeded limit from Retry-After when the response doesn’t name it', () => {
    const rejected = (seconds: string) => [{ at: 1, status: 429, headers: { 'retry-after': seconds } }];
    expect(limit('minute', 2, rejected('22')).blockedUntilMs).toBe(beginMs + 23_100);
    expect(limit('day', 2, rejected('22')).blockedUntilMs).toBeUndefined();
    expect(limit('day', 2, rejected('66975')).blockedUntilMs).toBe(beginMs + 66_976_100);
    expect(limit('minute', 2, rejected('66975')).blockedUntilMs).toBeUndefined();
  });

  test('doesn’t mistake exceeded concurrency for an exceeded minute', () => {
    const rejected = { at: 1, status: 429, headers: { 'retry-after': '2', 'x-rate-limit-problem': 'concurrent' } };
    expect(limit('minute', 2, [rejected])).toMatchObject({ remaining: 59, blockedUntilMs: undefined });
    expect(limit('concurrent', 2, [rejected])).toMatchObject({ rejectedMs: beginMs + 1_000 });
  });

  test('ignores requests dated in the future', () => {
    const options = [reported(10, 40), { at: 12 }, reported(3_600, 3), ...burst(3_601, 20)];
    expect(limit('minute', 15, options)).toMatchObject({ remaining: 39, reportedAtMs: beginMs + 10_100 });
    expect(limit('concurrent', 15, options).remaining).toBe(4);
    expect(futureDatedCount(sessionOf(timedExchanges(options)).exchanges, beginMs + 15_000)).toBe(21);
  });
});
