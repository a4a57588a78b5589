// Random values of fields, entities and query parameters that the catalogue allows, for property tests.

import fc from 'fast-check';
import { entities } from '../../catalogue/entities.ts';
import type { EntityName, FieldRow, ParameterRow } from '../../catalogue/schema.ts';

export type JsonObject = { readonly [name: string]: unknown };

/** In lower or upper case. */
export const uuid = fc.uuid().chain((id) => fc.constantFrom(id, id.toUpperCase()));

/** In every notation of UTC that ISO 8601 allows or Xero was seen to use. */
const utcMoment = fc
  .date({ min: new Date('1970-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString())
  .chain((iso) =>
    fc.constantFrom(
      iso,
      `${iso.slice(0, 19)}Z`,
      iso.replace('Z', '3532Z'),
      iso.replace('Z', '+00:00'),
      `${iso.slice(0, 16)}Z`,
    ),
  );

/** A valid value of the field in a request, except `null`. */
function sentValue(row: FieldRow): fc.Arbitrary<unknown> {
  switch (row.type) {
    case 'string':
      return textOf(row);
    case 'uuid':
      return uuid;
    case 'number':
      return fc.double({ noNaN: true, noDefaultInfinity: true, ...boundsOf(row) });
    case 'integer':
      return fc.integer(boundsOf(row));
    case 'boolean':
      return fc.boolean();
    case 'date-time':
      return utcMoment;
    case 'enum':
      return fc.constantFrom(...(row.values ?? []));
    case 'object':
      return row.itemType === undefined ? fc.constant({}) : sentEntity(row.itemType, '');
    case 'list':
      return row.itemType === undefined ? fc.constant([]) : fc.array(sentEntity(row.itemType, ''), { maxLength: 3 });
  }
}

/** A body for `method`: required fields are present, others may be missing or `null`, in any order. */
export function sentEntity(
  entity: EntityName,
  method: string,
  leftOut: readonly string[] = [],
): fc.Arbitrary<JsonObject> {
  return objectOf(
    entities[entity].filter((row) => !leftOut.includes(row.name)),
    (row) => sentValue(row),
    (row) => row.required && (row.requiredOn?.includes(method) ?? true),
  );
}

/** A response body. As recorded, fields that Xero returns only when they are set may be missing or `null`. */
export function returnedEntity(entity: EntityName): fc.Arbitrary<JsonObject> {
  return objectOf(
    entities[entity].filter((row) => row.returned !== 'never'),
    returnedValue,
    (row) => row.returned === undefined,
  );
}

/** A valid value of the query parameter. */
export function parameterValue(row: ParameterRow): fc.Arbitrary<string> {
  const one = sentValue(row).map(String);
  return row.commaSeparated ? fc.array(one, { minLength: 1, maxLength: 3 }).map((all) => all.join(',')) : one;
}

function returnedValue(row: FieldRow): fc.Arbitrary<unknown> {
  if (row.itemType === undefined) return sentValue(row);
  return row.type === 'list' ? fc.array(returnedEntity(row.itemType), { maxLength: 2 }) : returnedEntity(row.itemType);
}

function objectOf(
  rows: readonly FieldRow[],
  value: (row: FieldRow) => fc.Arbitrary<unknown>,
  isSure: (row: FieldRow) => boolean,
): fc.Arbitrary<JsonObject> {
  const fields = rows.map((row) => [row.name, isSure(row) ? value(row) : fc.option(value(row))] as const);
  const sure = rows.filter(isSure).map((row) => row.name);
  return fc
    .tuple(fc.record(Object.fromEntries(fields), { requiredKeys: sure }), fc.nat(), fc.boolean())
    .map(([made, by, isReversed]) => Object.fromEntries(turned(Object.entries(made), by, isReversed)));
}

/** Rotates the items. Much faster than a shuffle, because it draws only one random number. */
function turned<T>(items: readonly T[], by: number, isReversed: boolean): T[] {
  const from = items.length === 0 ? 0 : by % items.length;
  const all = [...items.slice(from), ...items.slice(0, from)];
  return isReversed ? all.reverse() : all;
}

function textOf({ notEmpty, maxLength = 200 }: FieldRow): fc.Arbitrary<string> {
  const any = fc
    .string({ unit: 'grapheme', maxLength })
    .filter((text) => text.length <= maxLength && !(notEmpty && text.trim() === ''));
  return fc.oneof({ weight: 5, arbitrary: any }, fc.constant('x'.repeat(maxLength)));
}

function boundsOf({ min, max }: FieldRow): { min: number; max: number } {
  return { min: min ?? -1_000_000, max: max ?? 1_000_000 };
}
