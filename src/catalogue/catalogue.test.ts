// Holds what every row of the catalogue owes its reader.

import { describe, expect, test } from 'vitest';
import { diagnosisRows } from '../core/diagnose/diagnosis-rows.ts';
import { coversRequest } from '../core/rules/checks/unsupported-operation.ts';
import { diagnoses } from './diagnoses/all.ts';
import { entities } from './entities.ts';
import { type OperationRow, operations } from './operations.ts';
import { absentOperations } from './unsupported-operations.ts';

describe.each(diagnosisRows)('$id: $title', (row) => {
  test('says title, meaning and fix in the house’s form', () => {
    expect(row.title).toMatch(/^[A-Z][^.!]{1,60}$/);
    expect(row.meaning).toMatch(/^[A-Z][^.]*(\.\d[^.]*)*(\.xro[^.]*)*\.$/);
    if (row.severity !== 'success') expect(row.fix).toMatch(/^[A-Z].*\.$/);
    expect(`${row.meaning}${row.fix}`.toLowerCase()).not.toMatch(/oops|sorry|please|unfortunately/);
  });

  test('links to a page and names where it is known from', () => {
    expect(row.docsUrl).toMatch(/^https:\/\//);
    for (const source of [...row.sources, row.retry.source]) expect(source.retrieved).toMatch(/^\d{4}-\d\d-\d\d$/);
  });
});

test('titles are unique, so that two variants are told apart', () => {
  expect(new Set(diagnosisRows.map(({ title }) => title)).size).toBe(diagnosisRows.length);
});

test('ids are unique', () => {
  expect(new Set(diagnoses.map((row) => row.id)).size).toBe(diagnoses.length);
});

test('the nine rows of the response-codes page, its 400 section and its 503 sentences carry that page as their source', () => {
  const documented = diagnoses.filter((row) =>
    row.sources.some((source) => source.url?.endsWith('/projects-response-codes')),
  );
  expect(documented.map((row) => row.id)).toEqual(
    expect.arrayContaining([
      'success',
      'created',
      'no-content',
      'validation-failed',
      'bad-request',
      'unauthorized',
      'not-found',
      'server-error',
      'rate-limit-legacy',
      'maintenance',
      'temporarily-unavailable',
      'organisation-offline',
      'service-unavailable',
    ]),
  );
});

test.each(operations)('no row calls $method $path unsupported', ({ id, method, path }: OperationRow) => {
  const denial = absentOperations.find((row) => coversRequest(row, method, path));
  expect(
    denial === undefined,
    `“${denial?.title}” in src/catalogue/unsupported-operations.ts contradicts ${id} in src/catalogue/operations.ts. Remove one of them.`,
  ).toBe(true);
});

test('there are the 16 operations of the specification, and each body’s fields are known', () => {
  expect(
    operations,
    'The specification has 16 operations. If a newer one has another number, change it in src/catalogue/catalogue.test.ts; otherwise correct src/catalogue/operations.ts.',
  ).toHaveLength(16);
  for (const operation of operations) {
    if ('body' in operation) expect(entities[operation.body].length).toBeGreaterThan(0);
  }
});
