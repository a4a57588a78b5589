// The list of diagnoses as a whole: no row hides another, proxies are covered, and no documented status is missing.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { failures } from '../../../e2e/fake-xero/scenarios/failures.ts';
import { diagnosisRows } from '../../core/diagnose/diagnosis-rows.ts';
import { diagnoses } from './all.ts';
import type { DiagnosisRow, Selector } from './row.ts';

const rows: readonly DiagnosisRow[] = diagnoses;

const files = import.meta.glob<Record<string, readonly DiagnosisRow[]>>(
  ['./*.ts', '!./all.ts', '!./row.ts', '!./row-parts.ts', '!./*.test.ts'],
  { eager: true },
);

test.each(Object.entries(files))('the rows of %s are listed', (file, module) => {
  const ids = Object.values(module).flatMap((group) => group.map(({ id }) => id));
  expect(
    rows.map(({ id }) => id),
    `List the rows of ${file} in src/catalogue/diagnoses/all.ts.`,
  ).toEqual(expect.arrayContaining(ids));
});

test.each(diagnosisRows)('$id, “$title”, can be chosen', (row) => {
  const hidden = hidingRow(row);
  expect(
    hidden === undefined,
    hidden &&
      `“${row.title}” (${row.id}, ${fileOf(row.id)}) can never be chosen: “${hidden.title}” (${hidden.id}) comes first and matches all that it matches. ${whereTo(row.id, hidden.id)}`,
  ).toBe(true);
});

test.each(rows)('$id distinguishes a response of unknown origin from one of Xero’s', (row) => {
  const needed = row.when.some(isErrorByStatusAlone);
  const hasVariant = row.variants?.some(({ when }) => when.some(({ origin }) => origin === 'unknown')) ?? false;
  expect(
    !needed || hasVariant || row.trueOfAnyOrigin !== undefined,
    `${row.id} in ${fileOf(row.id)} is selected by its status alone, so behind a proxy any server may have sent the response. Give it a variant with \`origin: 'unknown'\`, or a reason in \`trueOfAnyOrigin\` (see row.ts).`,
  ).toBe(true);
  expect(
    row.trueOfAnyOrigin === undefined || (needed && !hasVariant),
    `${row.id} in ${fileOf(row.id)} needs no \`trueOfAnyOrigin\`. Remove it.`,
  ).toBe(true);
});

/** The table of the response-codes page, with what Xero's other pages and HTTP caches add to it. */
const documentedStatuses = [200, 201, 204, 304, 400, 401, 403, 404, 429, 500, 503];

test.each(documentedStatuses)('the documented status %i has a row', (status) => {
  expect(
    rows.some(({ when }) => when.some((selector) => selector.status?.includes(status))),
    `No row of src/catalogue/diagnoses selects the status ${status}. Add one (see row.ts).`,
  ).toBe(true);
});

const selectedStatuses = [...new Set(rows.flatMap(({ when }) => when.flatMap(({ status = [] }) => status)))].filter(
  (status) => typeof status === 'number',
);

test.each(selectedStatuses)('the local server can send the status %i', (status) => {
  const sent = Object.values(failures).map((response) => response.status);
  expect(
    sent,
    `The row that selects the status ${status} has an example with another status. Give e2e/fake-xero/scenarios/failures.ts a response with this one.`,
  ).toContain(status);
});

describe('finds a selector that catches all of another', () => {
  test.each<[string, Selector, Selector, boolean]>([
    ['everything', {}, { status: [400] }, true],
    ['the same', { status: [400] }, { status: [400] }, true],
    ['the status with anything more', { status: [400] }, { status: [400], bodyIncludes: ['a'] }, true],
    ['one status of several', { status: [502, 504] }, { status: [504] }, true],
    ['a status of the class', { status: ['4xx'] }, { status: [404] }, true],
    ['a part of the text', { bodyIncludes: ['expired'] }, { bodyIncludes: ['token expired'] }, true],
    [
      'any value of the header',
      { header: { name: 'a', includes: [] } },
      { header: { name: 'a', includes: ['b'] } },
      true,
    ],
    ['an exception of both', { not: [{ shape: ['html'] }] }, { status: [404], not: [{ shape: ['html'] }] }, true],
    ['not another status', { status: [400] }, { status: [401] }, false],
    ['not more than its status', { status: [504] }, { status: [502, 504] }, false],
    ['not without its text', { status: [400], bodyIncludes: ['a'] }, { status: [400] }, false],
    ['not without its origin', { status: [400], origin: 'unknown' }, { status: [400] }, false],
    ['not what it excludes', { status: [404], not: [{ shape: ['html'] }] }, { status: [404] }, false],
    ['not a failure of the browser', { status: [404] }, { failure: 'cors' }, false],
  ])('%s', (_, earlier, later, expected) => {
    expect(catchesAll(earlier, later)).toBe(expected);
  });
});

/** An earlier row, or variant, that leaves nothing for this one. */
function hidingRow(row: DiagnosisRow): DiagnosisRow | undefined {
  const earlier = diagnosisRows.slice(0, diagnosisRows.indexOf(row as (typeof diagnosisRows)[number]));
  const catcherOf = (selector: Selector) => earlier.find(({ when }) => when.some((each) => catchesAll(each, selector)));
  const catchers = row.when.map(catcherOf);
  return catchers.every((each) => each !== undefined) ? catchers[0] : undefined;
}

function catchesAll(earlier: Selector, later: Selector): boolean {
  return (
    (earlier.status === undefined ||
      (later.status?.every((status) => earlier.status?.some((each) => isWithin(status, each))) ?? false)) &&
    (earlier.failure === later.failure || (earlier.failure === undefined && earlier.status === undefined)) &&
    (earlier.address === undefined || (later.address?.every((each) => earlier.address?.includes(each)) ?? false)) &&
    (earlier.via === undefined || earlier.via === later.via) &&
    (earlier.origin === undefined || earlier.origin === later.origin) &&
    (earlier.shape === undefined || (later.shape?.every((each) => earlier.shape?.includes(each)) ?? false)) &&
    (earlier.bodyIncludes === undefined || everyHoldsSome(later.bodyIncludes, earlier.bodyIncludes)) &&
    (earlier.header === undefined ||
      (earlier.header.name === later.header?.name &&
        (earlier.header.includes.length === 0 || everyHoldsSome(later.header.includes, earlier.header.includes)))) &&
    (earlier.not ?? []).every((exception) => later.not?.some((each) => catchesAll(each, exception)))
  );
}

/** Whether a response that contains any of `texts` also contains one of `parts`. */
function everyHoldsSome(texts: readonly string[] = [], parts: readonly string[]): boolean {
  return texts.length > 0 && texts.every((text) => parts.some((part) => text.includes(part)));
}

function isWithin(status: number | string, other: number | string): boolean {
  return status === other || `${`${status}`.charAt(0)}xx` === other;
}

function isErrorByStatusAlone({ status, failure, ...evidence }: Selector): boolean {
  const isError =
    status?.some((each) => `${each}`.startsWith('4') || `${each}`.startsWith('5')) ?? failure === undefined;
  return isError && Object.keys(evidence).length === 0;
}

function whereTo(id: string, above: string): string {
  const [own, other] = [fileOf(id), fileOf(above)];
  if (id === above) return `Move the variant up in ${own}, or give it a narrower selector than the variants above it.`;
  return own === other
    ? `Move ${id} above ${above} in ${own}.`
    : `Move the rows of ${own} above those of ${other} in src/catalogue/diagnoses/all.ts, or ${id} into ${other} above ${above}.`;
}

function fileOf(id: string): string {
  const folder = import.meta.dirname;
  const file = readdirSync(folder).find(
    (each) => !/test\.ts$|^row/.test(each) && readFileSync(join(folder, each), 'utf8').includes(`\n    id: '${id}',`),
  );
  return `src/catalogue/diagnoses/${file}`;
}
