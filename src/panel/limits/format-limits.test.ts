import { describe, expect, test } from 'vitest';
import { rateLimits } from '../../catalogue/rate-limits.ts';
import type { LimitState } from '../../core/session/limits.ts';
import { basisWords, levelOf, paceWords, spokenLeft, tierWords } from './format-limits.ts';

const nowMs = new Date(2026, 10, 22, 14, 2, 45).getTime();
const [minute, day, concurrent] = rateLimits;

function state(wish: Partial<LimitState> = {}): LimitState {
  if (minute === undefined) throw new Error('There is no minute limit.');
  return {
    row: minute,
    most: 60,
    isMostKnown: true,
    left: 12,
    basis: 'told',
    toldMs: nowMs - 4_000,
    blockedUntilMs: undefined,
    refusedMs: undefined,
    pace: 42,
    usedUpMs: undefined,
    doubt: undefined,
    ...wish,
  };
}

test('the colour warns by what is left: over half, down to a fifth, below, nothing', () => {
  const levels = [60, 31, 30, 12, 11, 1, 0].map((left) => levelOf(state({ left })));
  expect(levels).toEqual(['calm', 'calm', 'normal', 'normal', 'warning', 'warning', 'error']);
});

describe('what is left', () => {
  test('is said to be told, and when', () => {
    expect(basisWords(state(), nowMs)).toBe('as told by the last answer at 14:02:41');
    expect(spokenLeft(state(), nowMs)).toBe('12 of 60 calls left, as told at 14:02:41');
  });

  test('is said to be an estimate where it is counted', () => {
    const counted = { basis: 'counted', toldMs: undefined } as const;
    expect(basisWords(state(counted), nowMs)).toBe('counted from the calls seen: an estimate');
    expect(spokenLeft(state(counted), nowMs)).toBe('12 of 60 calls left, counted');
    expect(basisWords(state({ ...counted, ...(concurrent && { row: concurrent }) }), nowMs)).toMatch(/^at the busiest/);
  });
});

test('when it is used up is said with the pace, as long as the pace says anything of it', () => {
  expect(paceWords(state({ usedUpMs: nowMs + 13_600 }), nowMs)).toBe('used up in about 14 s at 42 calls a minute');
  expect(paceWords(state({ usedUpMs: nowMs + 10, pace: 1 }), nowMs)).toBe('used up in about 1 s at 1 call a minute');
  expect(paceWords(state({ usedUpMs: nowMs + 3_600_001 }), nowMs)).toBeUndefined();
  expect(paceWords(state(), nowMs)).toBeUndefined();
});

test('the tier is said of the day’s limit, or that it is not known', () => {
  const ofDay = (isMostKnown: boolean) => tierWords(state({ ...(day && { row: day }), isMostKnown }));
  expect(ofDay(true)).toBe('5,000: more than 1,000 were once left');
  expect(ofDay(false)).toBe('1,000 or 5,000: which tier is not known yet');
  expect(tierWords(state())).toBeUndefined();
});
