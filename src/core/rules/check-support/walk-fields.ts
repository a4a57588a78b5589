// Pairs each field of a JSON value with the row that documents it. Names are compared case-insensitively, as ASP.NET does.

import { entities } from '../../../catalogue/entities.ts';
import type { EntityName, FieldRow } from '../../../catalogue/schema.ts';
import { isObject } from '../../text/is-object.ts';
import { toPointer } from '../../text/json-pointer.ts';
import type { CheckContext, ParsedBody } from './check.ts';

/** A documented field and its location. */
interface FieldOccurrence {
  readonly row: FieldRow;
  readonly pointer: string;
  /** `undefined` if it is missing. */
  readonly value: unknown;
}

/** An undocumented property. */
export interface UnknownField {
  readonly name: string;
  readonly pointer: string;
  readonly value: unknown;
  /** The rows of the enclosing entity. */
  readonly known: readonly FieldRow[];
}

export interface FieldWalk {
  readonly fields: readonly FieldOccurrence[];
  readonly unknown: readonly UnknownField[];
}

const nothing: FieldWalk = { fields: [], unknown: [] };
/** Items of a list are similar, so the first ones are enough. */
const MAX_ITEMS = 500;
/** Undocumented properties examined in one object. */
const MAX_UNKNOWN_FIELDS = 50;

// Many checks need the fields of the same body.
const walked = new WeakMap<ParsedBody, FieldWalk>();

/** Fields of the request's body; empty if it isn't a JSON object or isn't documented. */
export function requestFields({ operation, requestBody }: CheckContext): FieldWalk {
  return fieldsIn(requestBody, operation?.requestBody);
}

/** The same for the response's body. */
export function responseFields({ operation, responseBody }: CheckContext): FieldWalk {
  return fieldsIn(responseBody, operation?.responseBody);
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
    // Documented names need no escaping.
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

/** The documented keys of an object, by name in lower case, and the first undocumented ones. */
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
