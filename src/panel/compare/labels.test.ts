import { expect, test } from 'vitest';
import { DAY_MS } from '../../core/text/time.ts';
import { exchange } from '../../testing/exchange.ts';
import { shortSideLabels, sideLabels } from './labels.ts';

const worked = exchange({ id: 1, status: 200 });
const failed = exchange({ id: 2, status: 400, startedMs: worked.startedMs + 5_000 });
const workedLater = { ...worked, id: 3, startedMs: worked.startedMs + 9_000 };

test.each([
  [worked, failed, failed, [/^\S+ 200, succeeded$/, /^\S+ 400, selected$/]],
  [worked, failed, worked, [/^\S+ 200, selected$/, /^\S+ 400, failed$/]],
  [failed, workedLater, failed, [/^\S+ 400, selected$/, /^\S+ 200, succeeded$/]],
  // Both succeeded, so their outcome doesn't distinguish them.
  [worked, workedLater, workedLater, [/^\S+ 200$/, /^\S+ 200, selected$/]],
] as const)('labels a comparison of two requests in order of time (%#)', (earlier, later, { id }, expected) => {
  const labels = sideLabels({ earlier, later, selectedId: id });
  for (const [i, pattern] of expected.entries()) expect(labels[i]).toMatch(pattern);
});

test('has dates if the days differ', () => {
  const nextWeek = { ...failed, startedMs: worked.startedMs + 7 * DAY_MS };
  const labels = sideLabels({ earlier: worked, later: nextWeek, selectedId: nextWeek.id });
  expect(labels[0]).toMatch(/\b22\b.* 200, succeeded$/);
  expect(labels[1]).toMatch(/\b29\b.* 400, selected$/);
});

test('has short labels for a narrow panel', () => {
  const labels = shortSideLabels({ earlier: worked, later: failed, selectedId: worked.id });
  expect(labels).toEqual(['selected', expect.stringMatching(/^\S+ 400$/)]);
});
