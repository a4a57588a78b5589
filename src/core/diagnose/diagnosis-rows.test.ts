import { expect, test } from 'vitest';
import { diagnosisRows, isLessSpecific } from './diagnosis-rows.ts';

test.each(diagnosisRows.map((row) => [row.title, row] as const))(
  '%s is as specific in each page of the extension',
  (_, row) => {
    expect(isLessSpecific(structuredClone(row))).toBe(isLessSpecific(row));
  },
);

test.each([
  ['Organisation refused', false],
  ['Forbidden (may not be from Xero)', true],
  // A variant that is as specific as its row.
  ['Scope missing', false],
])('whether %s is less specific than its id', (title, expected) => {
  const row = diagnosisRows.find((each) => each.title === title);
  expect(row && isLessSpecific(row)).toBe(expected);
});
