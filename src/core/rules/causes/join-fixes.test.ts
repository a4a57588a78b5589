import { expect, test } from 'vitest';
import { joinFixes } from './join-fixes.ts';

test.each<[fixes: string[], joined: string]>([
  [['Send a `name`.'], 'Send a `name`.'],
  [['Send a `name`.', 'Send a `name`.'], 'Send a `name`.'],
  [['Send a `name`.', 'Send at least 1 minute as `a`.'], 'Send a `name`, and at least 1 minute as `a`.'],
  [['Send `a`.', 'Send `b`.', 'Send `c`.'], 'Send `a`, `b`, and `c`.'],
  [['Send `a`.', 'Rename `b` to `c`.'], 'Send `a`. Rename `b` to `c`.'],
  [['Send `a`.', 'Send `b`.', 'Send `c`.', 'Send `d`.'], 'Correct the 4 fields in the table.'],
])('%j become %j', (fixes, joined) => {
  expect(joinFixes(fixes)).toBe(joined);
});
