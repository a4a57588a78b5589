// Walks a JSON value along a documented entity, and gives each field its row. Names are compared as ASP.NET does: whatever the case.

import { entities } from '../../../catalogue/entities.ts';
import type { EntityName, FieldRow } from '../../../catalogue/schema.ts';
import { isObject } from '../../text/is-object.ts';
import { toPointer } from '../../text/json-pointer.ts';
import type { CheckContext, ParsedBody } from './check.ts';

/** A documented field at its place. */
interface FieldOccurrence {
  readonly row: FieldRow;
  readonly pointer: string;
  /** `undefined`: it is not there. */
  readonly value: unknown;
}

/** A property that no row documents. */
export interface UnknownField {
  readonly name: string;
  readonly pointer: string;
  readonly value: unknown;
  /** The rows of the entity that it stands in. */
  readonly known: readonly FieldRow[];
}

export interface FieldWalk {
  readonly fields: readonly FieldOccurrence[];
  readonly unknown: readonly UnknownField[];
}

const nothing: FieldWalk = { fields: [], unknown: [] };
/** Of a list only so many items are looked at: they are alike. */
const MAX_ITEMS = 500;
/** And of an object only so many properties that no row documents. */
const MAX_UNKNOWN_FIELDS = 50;

// Many checks ask for the fields of the same body.
const walked = new WeakMap<ParsedBody, FieldWalk>();

/** Of the request's body; nothing where it is no JSON object or none is documented. */
export function requestFields({ operation, requestBody }: CheckContext): FieldWalk {
  return fieldsIn(requestBody, operation?.body);
}

/** Of the answer's body, likewise. */
export function responseFields({ operation, responseBody }: CheckContext): FieldWalk {
  return fieldsIn(responseBody, operation?.answer);
}

function fieldsIn(body: ParsedBody, entity: EntityName | undefined): FieldWalk {
  if (entity === undefined || body.kind !== 'json') return nothing;
  const before = walked.get(body);
  if (before) return before;
  const seen = fieldsOf(entity, body.value);
  walked.set(body, seen);
  return seen;
}

function fieldsOf(entity: EntityName, value: unknown): FieldWalk {
  const seen = { fields: [] as FieldOccurrence[], unknown: [] as UnknownField[] };
  walk(entity, value, '', seen);
  return seen;
}

interface Collected {
  fields: FieldOccurrence[];
  unknown: UnknownField[];
}

function walk(entity: EntityName, value: unknown, pointer: string, into: Collected): void {
  if (!isObject(value)) return;
  const rows = entities[entity];
  const { known, unknown } = sortedOut(Object.keys(value), entity);
  for (const row of rows) {
    const key = known.get(row.name.toLowerCase());
    const inside = key === undefined ? undefined : value[key];
    // A documented name has nothing in it to be escaped.
    const place = `${pointer}/${key ?? row.name}`;
    into.fields.push({ row, pointer: place, value: inside });
    if (row.itemType === undefined) continue;
    if (row.type === 'object') walk(row.itemType, inside, place, into);
    else if (Array.isArray(inside)) walkItems(row.itemType, inside, place, into);
  }
  for (const name of unknown) {
    into.unknown.push({ name, pointer: pointer + toPointer([name]), value: value[name], known: rows });
  }
}

function walkItems(entity: EntityName, items: readonly unknown[], pointer: string, into: Collected): void {
  for (const [index, item] of items.slice(0, MAX_ITEMS).entries()) walk(entity, item, `${pointer}/${index}`, into);
}

/** The keys of an object that are documented, by their names in lower case, and the first of those that are not. */
function sortedOut(keys: readonly string[], entity: EntityName): { known: Map<string, string>; unknown: string[] } {
  const known = new Map<string, string>();
  const unknown: string[] = [];
  const names = documented.get(entity);
  for (const key of keys) {
    const name = key.toLowerCase();
    if (names?.has(name)) known.set(name, key);
    else if (unknown.length < MAX_UNKNOWN_FIELDS) unknown.push(key);
  }
  return { known, unknown };
}

const documented = new Map(
  Object.entries(entities).map(([entity, rows]) => [entity, new Set(rows.map((row) => row.name.toLowerCase()))]),
);
