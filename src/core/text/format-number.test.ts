// Thousands separators.

import { expect, test } from 'vitest';
import { formatInteger } from './format-number.ts';

test.each([
  [0, '0'],
  [999, '999'],
  [1_000, '1,000'],
  [59_940, '59,940'],
  [1_234_567, '1,234,567'],
  [-100, '-100'],
  [-1_000, '-1,000'],
])('%i', (value, expected) => {
  expect(formatInteger(value)).toBe(expected);
});
