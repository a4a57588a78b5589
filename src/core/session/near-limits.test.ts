import { describe, expect, test } from 'vitest';
import {
  beginMs,
  sessionOf,
  type TimedExchangeOptions,
  tenantA,
  timedExchanges,
} from '../../testing/timed-exchanges.ts';
import { nearLimits } from './near-limits.ts';

const near = (options: readonly TimedExchangeOptions[], atSeconds: number) =>
  nearLimits(sessionOf(timedExchanges(options)), beginMs + atSeconds * 1000);
const reported = (at: number, minuteLeft: number, more: Record<string, string> = {}): TimedExchangeOptions => ({
  at,
  headers: { 'x-minlimit-remaining': String(minuteLeft), 'x-daylimit-remaining': '4120', ...more },
});
const rejected = (at: number, seconds: number, problem = 'minute'): TimedExchangeOptions => ({
  at,
  status: 429,
  headers: { 'x-minlimit-remaining': '0', 'retry-after': String(seconds), 'x-rate-limit-problem': problem },
});

describe('nearLimits', () => {
  test('names a tenant once a fifth or less remains, reported or estimated', () => {
    expect(near([reported(1, 13)], 2)).toEqual([]);
    expect(near([reported(1, 12)], 2)).toMatchObject([{ tenant: tenantA, waitUntilMs: undefined }]);
    const burst = Array.from({ length: 48 }, (_, i) => ({ at: i / 10 }));
    expect(near(burst, 6)).toMatchObject([{ tenant: tenantA }]);
    expect(near(burst.slice(1), 6)).toEqual([]);
  });

  test('names none once the minute is over', () => {
    expect(near([reported(1, 5)], 62)).toEqual([]);
  });

  test('gives the end of the wait, and announces it for some seconds', () => {
    expect(near([rejected(1, 22)], 5)).toMatchObject([{ waitUntilMs: beginMs + 23_100, isWaitOver: false }]);
    expect(near([rejected(1, 22)], 24)).toMatchObject([{ waitUntilMs: beginMs + 23_100, isWaitOver: true }]);
    expect(near([rejected(1, 22)], 32)).toEqual([]);
  });

  test('also waits for a 503 with Retry-After, until a request is accepted', () => {
    const unavailable = { at: 1, status: 503, headers: { 'retry-after': '30' } };
    expect(near([unavailable], 5)).toMatchObject([{ waitUntilMs: beginMs + 31_100 }]);
    expect(near([unavailable, { at: 4 }], 5)).toEqual([]);
  });

  test('ignores a Retry-After longer than any limit lasts', () => {
    expect(near([rejected(1, 999_999_999)], 5)).toMatchObject([{ waitUntilMs: undefined }]);
  });

  test('reports the app’s limit apart from the tenants’', () => {
    const found = near(
      [
        {
          ...rejected(1, 22, 'appminute'),
          headers: { 'x-minlimit-remaining': '41', 'retry-after': '22', 'x-rate-limit-problem': 'appminute' },
        },
      ],
      5,
    );
    expect(found).toMatchObject([
      { tenant: undefined, waitUntilMs: beginMs + 23_100, limits: [{ row: { id: 'app-minute' }, remaining: 0 }] },
    ]);
  });

  test('puts waiting tenants first', () => {
    const found = near([reported(1, 5), { ...rejected(2, 22), tenant: 'b' }], 5);
    expect(found.map(({ tenant }) => tenant)).toEqual(['b', tenantA]);
  });

  test('looks at a bounded number of tenants', () => {
    const options = Array.from({ length: 2_000 }, (_, i) => ({ ...reported(i / 1_000, 5), tenant: `t${i}` }));
    expect(near(options, 5)).toHaveLength(50);
  });
});
