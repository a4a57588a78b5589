import { expect, test } from 'vitest';
import { plural, pluralWord } from './plural.ts';

test('chooses the singular or the plural', () => {
  expect([0, 1, 2, 1_204].map((count) => plural(count, 'request'))).toEqual([
    '0 requests',
    '1 request',
    '2 requests',
    '1,204 requests',
  ]);
  expect(plural(2, 'body', 'bodies')).toBe('2 bodies');
  expect([1, 2].map((count) => pluralWord(count, 'is', 'are'))).toEqual(['is', 'are']);
});
