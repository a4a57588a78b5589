import { expect, test } from 'vitest';
import { exchange } from '../../testing/exchange.ts';
import { datesOf, formatRowTime } from './log-dates.ts';

const at = (day: number, hour = 12, year = 2026) => new Date(year, 10, day, hour).getTime();
const dates = (...times: number[]) =>
  datesOf(
    times.map((startedMs) => exchange({ startedMs })),
    at(22),
  );

test.each([
  ['an empty list', [], 'none'],
  ['a list of today', [at(22, 0), at(22, 23)], 'none'],
  ['a list of another day', [at(20), at(20)], 'day'],
  ['a list that began yesterday', [at(21, 23), at(22, 0)], 'day'],
  ['a list that ends tomorrow', [at(22), at(23, 0)], 'day'],
  ['a list of another year', [at(22, 12, 2025), at(22)], 'year'],
  ['requests without a time', [Number.NaN, Number.NaN], 'none'],
  ['requests of which the last has no time', [at(20), Number.NaN], 'day'],
] as const)('for %s: %s', (_, times, expected) => {
  expect(dates(...times)).toBe(expected);
});

test('a time has its day, and its year if the list needs it', () => {
  const ms = new Date(2026, 10, 22, 14, 2, 41).getTime();
  expect(formatRowTime(ms, 'none')).toBe('14:02:41');
  expect(formatRowTime(ms, 'day')).toMatch(/^(?=.*\b22\b)(?!.*2026).* 14:02:41$/);
  expect(formatRowTime(ms, 'year')).toMatch(/^(?=.*\b22\b)(?=.*2026).* 14:02:41$/);
  expect(formatRowTime(Number.NaN, 'year')).toBe('–');
});
