// What every row of the catalogue must have: wording in the house style, unique ids and titles, and no contradictions between tables.

import { describe, expect, test } from 'vitest';
import { diagnosisRows } from '../core/diagnose/diagnosis-rows.ts';
import { coversRequest } from '../core/rules/checks/unsupported-operation.ts';
import { type BusinessRule, businessRules } from './business-rules.ts';
import { diagnoses } from './diagnoses/all.ts';
import { entities } from './entities.ts';
import { type OperationRow, operations } from './operations.ts';
import type { FieldRow } from './schema.ts';
import { unsupportedOperations } from './unsupported-operations.ts';

describe.each(diagnosisRows)('$id: $title', (row) => {
  test('has a title, meaning and fix in the house style', () => {
    expect(row.title).toMatch(/^[A-Z][^.!]{1,60}$/);
    expect(row.meaning).toMatch(/^[A-Z][^.]*(\.\d[^.]*)*(\.xro[^.]*)*\.$/);
    if (row.severity !== 'success') expect(row.fix).toMatch(/^[A-Z].*\.$/);
    expect(`${row.meaning}${row.fix}`.toLowerCase()).not.toMatch(/oops|sorry|please|unfortunately/);
  });

  test('links to a page and cites its sources', () => {
    expect(row.docsUrl).toMatch(/^https:\/\//);
    for (const citation of [...row.citations, row.retry.citation])
      expect(citation.retrieved).toMatch(/^\d{4}-\d\d-\d\d$/);
  });
});

test('titles are unique, so that variants can be distinguished', () => {
  expect(new Set(diagnosisRows.map(({ title }) => title)).size).toBe(diagnosisRows.length);
});

test('ids are unique', () => {
  expect(new Set(diagnoses.map((row) => row.id)).size).toBe(diagnoses.length);
});

test('the nine rows of the response-codes page, its 400 section and its 503 sentences cite that page', () => {
  const documented = diagnoses.filter((row) =>
    row.citations.some((citation) => citation.url?.endsWith('/projects-response-codes')),
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
  const denial = unsupportedOperations.find((row) => coversRequest(row, method, path));
  expect(
    denial === undefined,
    `“${denial?.title}” in src/catalogue/unsupported-operations.ts contradicts ${id} in src/catalogue/operations.ts. Remove one of them.`,
  ).toBe(true);
});

test.each(businessRules)('no operation or field contradicts “$rule”', ({ entity, rule, field, forbids, key }) => {
  const names = [...fieldNamesOf(entity)].map((name) => name.toLowerCase());
  const used = [field, ...(key?.names ?? []).map((name) => name.replace('model.', '').replaceAll('.', '/'))];
  for (const name of used.filter((each) => each !== undefined)) {
    expect(
      names,
      `“${rule}” in src/catalogue/business-rules.ts names ${name}, but no row of ${entity} in src/catalogue/entities.ts or parameters.ts has it.`,
    ).toContain(name.toLowerCase());
  }
  const denied = (operations as readonly OperationRow[]).find(
    ({ method, path, requestBody: body }) =>
      forbids !== undefined &&
      coversRequest(forbids, method, path) &&
      (field === undefined || (body !== undefined && entities[body].some(({ name }) => name === field))),
  );
  expect(
    denied?.id,
    `“${rule}” in src/catalogue/business-rules.ts contradicts ${denied?.id} in src/catalogue/operations.ts. Remove one of them.`,
  ).toBeUndefined();
});

const rowsOf: Readonly<Record<BusinessRule['entity'], readonly FieldRow[]>> = {
  Project: [...entities.ProjectCreateOrUpdate, ...entities.ProjectPatch, ...entities.Project],
  Task: [...entities.TaskCreateOrUpdate, ...entities.Task],
  'Time entry': [...entities.TimeEntryCreateOrUpdate, ...entities.TimeEntry],
  Lists: (operations as readonly OperationRow[]).flatMap(({ query }) => query),
  Organisation: entities.ProjectUser,
};

/** Includes the fields of nested entities, as `rate/currency`. */
function fieldNamesOf(entity: BusinessRule['entity']): Set<string> {
  return new Set(
    rowsOf[entity].flatMap(({ name, itemType }) => [
      name,
      ...(itemType === undefined ? [] : entities[itemType].map((inner) => `${name}/${inner.name}`)),
    ]),
  );
}

test.each(operations)('$method $path accepts an Idempotency-Key only if the method creates or updates', (row) => {
  expect(row.takesIdempotencyKey, `Set takesIdempotencyKey of ${row.id} in src/catalogue/operations.ts.`).toBe(
    ['POST', 'PUT', 'PATCH'].includes(row.method),
  );
});

// e2e/fake-xero/sdk/sdk-conformity.test.ts compares the list itself with Xero's SDK.
test.each(operations.filter((row) => 'requestBody' in row))(
  'the fields of the body of $id are known',
  ({ requestBody }) => {
    expect(entities[requestBody].length).toBeGreaterThan(0);
  },
);
