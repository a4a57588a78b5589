import { describe, expect, test } from 'vitest';
import { rateLimits } from '../../catalogue/rate-limits.ts';
import type { LimitState } from '../../core/session/limits.ts';
import { ariaRemaining, formatBasis, formatExhaustion, formatTier, limitLevel } from './format-limits.ts';

const nowMs = new Date(2026, 10, 22, 14, 2, 45).getTime();
const [minute, day, concurrent] = rateLimits;

function state(values: Partial<LimitState> = {}): LimitState {
  if (minute === undefined) throw new Error('There is no minute limit.');
  return {
    row: minute,
    limit: 60,
    isLimitKnown: true,
    remaining: 12,
    basis: 'reported',
    reportedAtMs: nowMs - 4_000,
    blockedUntilMs: undefined,
    rejectedMs: undefined,
    requestsPerMinute: 42,
    exhaustedAtMs: undefined,
    warning: undefined,
    ...values,
  };
}

test('the colour depends on what is left: over half, over a fifth, less, nothing', () => {
  const levels = [60, 31, 30, 12, 11, 1, 0].map((remaining) => limitLevel(state({ remaining })));
  expect(levels).toEqual(['ok', 'ok', 'normal', 'normal', 'warning', 'warning', 'error']);
});

describe('the basis of what is left', () => {
  test('is a reported value, with its time', () => {
    expect(formatBasis(state(), nowMs)).toBe('from response headers at 14:02:41');
    expect(ariaRemaining(state(), nowMs)).toBe('12 of 60 requests left, reported at 14:02:41');
  });

  test('is an estimate if it is counted', () => {
    const counted = { basis: 'estimated', reportedAtMs: undefined } as const;
    expect(formatBasis(state(counted), nowMs)).toBe('estimated from the requests seen');
    expect(ariaRemaining(state(counted), nowMs)).toBe('12 of 60 requests left, estimated');
    expect(formatBasis(state({ ...counted, ...(concurrent && { row: concurrent }) }), nowMs)).toMatch(
      /, at the busiest moment of the last minute$/,
    );
  });
});

test('the time of exhaustion is predicted from the pace, but not too far ahead', () => {
  expect(formatExhaustion(state({ exhaustedAtMs: nowMs + 13_600 }), nowMs)).toBe(
    'runs out in about 14 s at 42 requests per minute',
  );
  expect(formatExhaustion(state({ exhaustedAtMs: nowMs + 10, requestsPerMinute: 1 }), nowMs)).toBe(
    'runs out in about 1 s at 1 request per minute',
  );
  expect(formatExhaustion(state({ exhaustedAtMs: nowMs + 3_600_001 }), nowMs)).toBeUndefined();
  expect(formatExhaustion(state(), nowMs)).toBeUndefined();
});

test('the tier is shown for the daily limit, or that it is unknown', () => {
  const ofDay = (isLimitKnown: boolean) => formatTier(state({ ...(day && { row: day }), isLimitKnown }));
  expect(ofDay(true)).toBe('5,000 (more than 1,000 were remaining earlier)');
  expect(ofDay(false)).toBe('1,000 or 5,000 (tier not known yet)');
  expect(formatTier(state())).toBeUndefined();
});
