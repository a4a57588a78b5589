import { describe, expect, test } from 'vitest';
import { redactSecrets } from './redact-secrets.ts';
import { createScanBudget } from './scan-budget.ts';

test('allows rejected values of four times the length of the text', () => {
  const mayReject = createScanBudget(100);
  expect([100, 100, 100, 100, 1].map(mayReject)).toEqual([true, true, true, true, false]);
});

describe('a hostile text in which each value reaches to the end', () => {
  test.each(['pin=', 'name="pin"\n\n', 'x"pin":[', 'bearer+', 'bearer+eyJ+'])(
    'loses the values that are not examined: %j repeated',
    (unit) => {
      expect(redactSecrets(unit.repeat(2_000)).length).toBeLessThan(20 * unit.length);
    },
  );
});

test.each(['pat=basic&', '"signature": "none", ', 'Bearer authentication failed. ', 'pin=12 '])(
  'an ordinary text keeps values that are no secrets: %j repeated',
  (unit) => {
    const text = unit.repeat(2_000);
    expect(redactSecrets(text) === text).toBe(true);
  },
);
