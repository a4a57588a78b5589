// Finds the place in the request that each key of Xero's `modelState` speaks of. Never drops a key: what matches nothing is kept.

import { entities } from '../../catalogue/entities.ts';
import type { OperationId } from '../../catalogue/operations.ts';
import type { EntityName, FieldRow } from '../../catalogue/schema.ts';
import { getOperation } from '../match/match-operation.ts';
import type { Body } from '../model/exchange.ts';
import { toPointer } from '../text/json-pointer.ts';
import { parseJsonLenient } from '../text/parse-json.ts';
import { safeStringify } from '../text/stringify.ts';

export interface FieldError {
  /** As Xero sent it. */
  readonly key: string;
  readonly messages: readonly string[];
  /** JSON pointer into the request's body; empty where no place was found. */
  readonly pointer: string;
  readonly sent: SentValue;
  /** The field's documented rule, where the catalogue knows the field. */
  readonly field: FieldRow | undefined;
}

export type SentValue =
  | { readonly kind: 'value'; readonly value: unknown }
  /** The body was read and has nothing at this place. */
  | { readonly kind: 'absent' }
  /** A key that names no place: the whole body, a query parameter or something unknown. */
  | { readonly kind: 'no-place' }
  | { readonly kind: 'unreadable'; readonly why: string };

/** More keys than any request has fields are cut here; the explanation stays readable. */
const MAX_ERRORS = 200;
/** Of one key. */
const MAX_MESSAGES = 100;

/** `modelState` may be any object: a bare string or number in place of a list counts as one message. */
export function fieldErrors(
  modelState: Readonly<Record<string, unknown>>,
  body: Body,
  operationId: OperationId | undefined,
): FieldError[] {
  const request = readRequest(body);
  const row = operationId && getOperation(operationId);
  const entity = row?.body;
  return Object.entries(modelState)
    .slice(0, MAX_ERRORS)
    .map(([key, messages]) => ({ key, messages: messagesOf(messages), ...place(key, request, entity) }));
}

type ReadRequest =
  | { readonly kind: 'read'; readonly value: unknown }
  | { readonly kind: 'unreadable'; readonly why: string };

function readRequest(body: Body): ReadRequest {
  if (body.kind === 'none') return { kind: 'unreadable', why: 'no body was sent' };
  if (body.kind !== 'text') return { kind: 'unreadable', why: 'the request’s body is not at hand' };
  const json = parseJsonLenient(body.text);
  if (json.kind === 'json') return { kind: 'read', value: json.value };
  return { kind: 'unreadable', why: 'the request’s body is not JSON' };
}

/** Framework errors nest: lists of lists are flattened to their texts, whatever their depth; records are told as they are. */
function messagesOf(value: unknown): string[] {
  const messages: string[] = [];
  const open = [value];
  while (open.length > 0 && messages.length < MAX_MESSAGES) {
    const each = open.pop();
    if (Array.isArray(each)) open.push(...each.slice(0, MAX_MESSAGES).reverse());
    else if (typeof each === 'object' && each !== null) messages.push(safeStringify(each));
    else if (each !== null && each !== undefined) messages.push(String(each));
  }
  return messages;
}

function place(
  key: string,
  request: ReadRequest,
  entity: EntityName | undefined,
): Omit<FieldError, 'key' | 'messages'> {
  const named = segmentsOf(key);
  for (const segments of candidates(named)) {
    const found = resolve(segments, request, entity);
    if (found !== undefined) return found;
  }
  return { pointer: '', sent: { kind: 'no-place' }, field: undefined };
}

/** `model.Rate.Value`, `$.rate.value`, `Items[0].Name` and `['name']` as segments; an index is a number. */
function segmentsOf(key: string): (string | number)[] {
  const parts = key.slice(0, 500).matchAll(/\[(\d+)\]|\[['"]([^'"]*)['"]\]|([^.[\]]+)/g);
  return Array.from(parts, ([, index, quoted, name]) => (index === undefined ? (quoted ?? name ?? '') : Number(index)));
}

/**
 * ASP.NET puts the name of the action's parameter before the field: `model.` as Xero documents, `$` in newer versions. It is taken off
 * first. A key without it is tried as it stands.
 */
function candidates(named: (string | number)[]): (string | number)[][] {
  const [first, ...rest] = named;
  if (rest.length === 0) return first === undefined ? [] : [named];
  return first === 'model' || first === '$' ? [rest, named] : [named, rest];
}

function resolve(
  segments: (string | number)[],
  request: ReadRequest,
  entity: EntityName | undefined,
): Omit<FieldError, 'key' | 'messages'> | undefined {
  if (segments.length === 0) return undefined;
  const pointer: (string | number)[] = [];
  let value: unknown = request.kind === 'read' ? request.value : undefined;
  let inside: EntityName | undefined = entity;
  let field: FieldRow | undefined;
  let there = request.kind === 'read';
  for (const segment of segments) {
    field = inside && typeof segment === 'string' ? findField(inside, segment) : undefined;
    const key = there ? ownKey(value, segment) : undefined;
    if (key === undefined && field === undefined) return undefined;
    pointer.push(key ?? field?.name ?? segment);
    there = key !== undefined;
    value = key === undefined ? undefined : (value as Record<string | number, unknown>)[key];
    // An index stays inside the same entity: a list of them was sent.
    if (typeof segment === 'string') inside = field?.itemType;
  }
  return { pointer: toPointer(pointer), sent: sentAt(request, there, value), field };
}

function sentAt(request: ReadRequest, there: boolean, value: unknown): SentValue {
  if (request.kind === 'unreadable') return { kind: 'unreadable', why: request.why };
  return there ? { kind: 'value', value } : { kind: 'absent' };
}

function findField(entity: EntityName, name: string): FieldRow | undefined {
  return entities[entity].find((row) => row.name.toLowerCase() === name.toLowerCase());
}

/** The key as the request spells it: Xero answers in PascalCase what was sent in camelCase. */
function ownKey(value: unknown, segment: string | number): string | number | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (Array.isArray(value)) return typeof segment === 'number' && segment in value ? segment : undefined;
  const name = String(segment);
  if (Object.hasOwn(value, name)) return name;
  return Object.keys(value).find((key) => key.toLowerCase() === name.toLowerCase());
}
