// Which name is suggested for a misspelled one.

import { expect, test } from 'vitest';
import { didYouMean } from './did-you-mean.ts';

const names = ['deadlineUtc', 'estimateAmount', 'page', 'pageSize', 'name', 'rate', 'TIME', 'NON_CHARGEABLE'];

test.each([
  ['deadlinUtc', 'deadlineUtc'],
  ['deadlineUTC', 'deadlineUtc'],
  ['deadline_utc', 'deadlineUtc'],
  ['deadline', 'deadlineUtc'],
  ['estimateAmounts', 'estimateAmount'],
  ['pagesize', 'pageSize'],
  ['pge', 'page'],
  ['rat', 'rate'],
  ['NonChargeable', 'NON_CHARGEABLE'],
  ['time', 'TIME'],
])('%s is taken for %s', (name, meant) => {
  expect(didYouMean(name, names)).toBe(meant);
});

test.each(['', '_', 'na', 'colour', 'e', 'page'.repeat(20)])('no name is suggested for %j', (name) => {
  expect(didYouMean(name, names)).toBeUndefined();
});
