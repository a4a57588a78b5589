// Where two JSON values differ, by JSON pointer. Takes any depth: nothing in it is recursive.

import { isObject } from '../text/is-object.ts';
import { toPointer } from '../text/json-pointer.ts';
import { pluralWord } from '../text/plural.ts';
import { type ComparedRow, createRow } from './comparison.ts';

export interface JsonDifferences {
  readonly rows: readonly ComparedRow[];
  /** Differences that are not among the rows. */
  readonly more: number;
  /** Not all was looked at. */
  readonly isCut: boolean;
}

const MAX_ROWS = 200;
/** Values looked at. */
const MAX_VALUES = 300_000;

/** By which the items of a list are matched, the first that all of them have: entities name others besides themselves. */
const idFields = ['timeEntryId', 'taskId', 'projectId', 'userId', 'tenantId', 'id'];

interface Pair {
  readonly pointer: string;
  /** `undefined`: there is none; JSON has no such value. */
  readonly a: unknown;
  readonly b: unknown;
}

/** Fields in the order of the first value, then what only the second one has. */
export function diffJson(a: unknown, b: unknown): JsonDifferences {
  const rows: ComparedRow[] = [];
  let more = 0;
  const add = (row: ComparedRow) => {
    if (rows.length < MAX_ROWS) rows.push(row);
    else more++;
  };
  const open: Pair[] = [{ pointer: '', a, b }];
  for (let looked = 0; open.length > 0; looked++) {
    if (looked === MAX_VALUES) return { rows, more, isCut: true };
    const pair = open.pop() as Pair;
    if (pair.a === pair.b) continue;
    const inner = innerPairs(pair, add);
    if (inner === 'unlike') add(createRow(pair.pointer, describeFields(pair.a), describeFields(pair.b)));
    else if (inner === undefined) add(createRow(pair.pointer, describeValue(pair.a), describeValue(pair.b)));
    // One by one: there may be more than a call can have arguments.
    else for (let i = inner.length - 1; i >= 0; i--) open.push(inner[i] as Pair);
  }
  return { rows, more, isCut: false };
}

/** `undefined` where the two are not of a kind; `unlike` for whole objects that have no field in common, as an answer and an error. */
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
  const some = ids.slice(from, from + 3).map(shortId);
  return `${some.join(', ')}${ids.length > from + 3 ? ', …' : ''}`;
}

/** The field that each item of both lists has, with another text in each item of a list. */
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

/** In the spelling of either case, for Xero reads and writes both. */
function readId(item: unknown, field: string): string | undefined {
  if (!isObject(item)) return undefined;
  const value = getOwn(item, field) ?? getOwn(item, field.charAt(0).toUpperCase() + field.slice(1));
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function shortId(id: string): string {
  return id.length > 12 ? `${id.slice(0, 8)}…` : id;
}

/** Of lists and objects only how large they are: they may be deeper than any stack. */
function describeValue(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  if (Array.isArray(value)) return `[ ${pluralize(value.length, 'item')} ]`;
  if (isObject(value)) return `{ ${pluralize(Object.keys(value).length, 'field')} }`;
  // `1e400` is a number in JSON and none in JavaScript, which would write `null`.
  return typeof value === 'number' ? String(value) : JSON.stringify(value);
}

const MAX_NAMED_FIELDS = 6;

/** An object by its first fields. */
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

/** Not what every object inherits. */
function getOwn(object: Readonly<Record<string, unknown>>, name: string): unknown {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}
