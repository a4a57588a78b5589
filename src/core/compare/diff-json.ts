// Lists the differences of two JSON values by JSON pointer. Not recursive, to support any depth.

import { isObject } from '../text/is-object.ts';
import { toPointer } from '../text/json-pointer.ts';
import { pluralWord } from '../text/plural.ts';
import { type ComparedRow, createRow } from './comparison.ts';

export interface JsonDifferences {
  readonly rows: readonly ComparedRow[];
  /** The number of differences omitted from the rows. */
  readonly more: number;
  /** Whether the comparison stopped at `MAX_VALUES`. */
  readonly isCut: boolean;
}

const MAX_ROWS = 200;
/** The number of values compared. */
const MAX_VALUES = 300_000;

/** List items are matched by the first of these that all have. The order matters, because entities also contain the ids of others. */
const idFields = ['timeEntryId', 'taskId', 'projectId', 'userId', 'tenantId', 'id'];

interface Pair {
  readonly pointer: string;
  /** `undefined` if there is no value. */
  readonly a: unknown;
  readonly b: unknown;
}

/** Fields are in the order of the first value, then those only in the second. */
export function diffJson(a: unknown, b: unknown): JsonDifferences {
  const rows: ComparedRow[] = [];
  let more = 0;
  const add = (row: ComparedRow) => {
    if (rows.length < MAX_ROWS) rows.push(row);
    else more++;
  };
  const open: Pair[] = [{ pointer: '', a, b }];
  for (let examined = 0; open.length > 0; examined++) {
    if (examined === MAX_VALUES) return { rows, more, isCut: true };
    const pair = open.pop() as Pair;
    if (pair.a === pair.b) continue;
    const inner = innerPairs(pair, add);
    if (inner === 'unlike') add(createRow(pair.pointer, describeFields(pair.a), describeFields(pair.b)));
    else if (inner === undefined) add(createRow(pair.pointer, describeValue(pair.a), describeValue(pair.b)));
    // One by one, because `push(...inner)` could exceed the maximum number of arguments.
    else for (let i = inner.length - 1; i >= 0; i--) open.push(inner[i] as Pair);
  }
  return { rows, more, isCut: false };
}

/** `undefined` if the types differ; `unlike` for root objects without a common field, such as a result and an error. */
function innerPairs({ pointer, a, b }: Pair, add: (row: ComparedRow) => void): Pair[] | 'unlike' | undefined {
  if (Array.isArray(a) && Array.isArray(b)) {
    const field = findIdField(a, b);
    return field === undefined ? byIndex(pointer, a, b) : byId(pointer, indexById(a, field), indexById(b, field), add);
  }
  if (!isObject(a) || !isObject(b)) return undefined;
  const [namesA, namesB] = [Object.keys(a), Object.keys(b)];
  const names = new Set([...namesA, ...namesB]);
  const haveFields = namesA.length > 0 && namesB.length > 0;
  if (pointer === '' && haveFields && names.size === namesA.length + namesB.length) return 'unlike';
  return [...names].map((name) => ({
    pointer: appendToPointer(pointer, name),
    a: getOwn(a, name),
    b: getOwn(b, name),
  }));
}

function byIndex(pointer: string, a: readonly unknown[], b: readonly unknown[]): Pair[] {
  const length = Math.max(a.length, b.length);
  return Array.from({ length }, (_, i) => ({ pointer: `${pointer}/${i}`, a: a[i], b: b[i] }));
}

type Items = ReadonlyMap<string, unknown>;

function byId(pointer: string, a: Items, b: Items, add: (row: ComparedRow) => void): Pair[] {
  const [orderA, orderB] = [[...a.keys()].filter((id) => b.has(id)), [...b.keys()].filter((id) => a.has(id))];
  const moved = orderA.findIndex((id, i) => id !== orderB[i]);
  if (moved !== -1) add(createRow(`${pointer} order`, formatOrder(orderA, moved), formatOrder(orderB, moved)));
  const ids = new Set([...a.keys(), ...b.keys()]);
  return [...ids].map((id) => ({ pointer: appendToPointer(pointer, shortId(id)), a: a.get(id), b: b.get(id) }));
}

function formatOrder(ids: readonly string[], from: number): string {
  const shown = ids.slice(from, from + 3).map(shortId);
  return `${shown.join(', ')}${ids.length > from + 3 ? ', …' : ''}`;
}

/** The first id field that every item of both lists has, unique within each list. */
function findIdField(a: readonly unknown[], b: readonly unknown[]): string | undefined {
  if (a.length === 0 || b.length === 0) return undefined;
  return idFields.find((field) => haveUniqueIds(a, field) && haveUniqueIds(b, field));
}

function haveUniqueIds(items: readonly unknown[], field: string): boolean {
  const seen = new Set<string>();
  for (const item of items) {
    const id = readId(item, field);
    if (id === undefined || seen.has(id)) return false;
    seen.add(id);
  }
  return true;
}

function indexById(items: readonly unknown[], field: string): Items {
  return new Map(items.map((item) => [readId(item, field) ?? '', item]));
}

/** Accepts a lower-case or upper-case first letter, because Xero uses both. */
function readId(item: unknown, field: string): string | undefined {
  if (!isObject(item)) return undefined;
  const value = getOwn(item, field) ?? getOwn(item, field.charAt(0).toUpperCase() + field.slice(1));
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function shortId(id: string): string {
  return id.length > 12 ? `${id.slice(0, 8)}…` : id;
}

/** Describes lists and objects by size only, because stringifying deep nesting would overflow the stack. */
function describeValue(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  if (Array.isArray(value)) return `[ ${pluralize(value.length, 'item')} ]`;
  if (isObject(value)) return `{ ${pluralize(Object.keys(value).length, 'field')} }`;
  // `1e400` is parsed as Infinity, which JSON.stringify would turn into `null`.
  return typeof value === 'number' ? String(value) : JSON.stringify(value);
}

const MAX_NAMED_FIELDS = 6;

/** Describes an object by its first fields. */
function describeFields(value: unknown): string {
  const names = Object.keys(value as object);
  const shownNames = names.slice(0, MAX_NAMED_FIELDS).map((name) => JSON.stringify(name));
  return `{ ${shownNames.join(', ')}${names.length > MAX_NAMED_FIELDS ? ', …' : ''} }`;
}

function pluralize(count: number, what: string): string {
  return `${count} ${pluralWord(count, what)}`;
}

function appendToPointer(pointer: string, name: string): string {
  return pointer + toPointer([name]);
}

/** Ignores inherited properties. */
function getOwn(object: Readonly<Record<string, unknown>>, name: string): unknown {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}
