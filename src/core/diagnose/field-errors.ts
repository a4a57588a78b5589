// Locates the request's field for each key of Xero's `modelState`. Includes keys that match no field.

import { entities } from '../../catalogue/entities.ts';
import type { OperationId } from '../../catalogue/operations.ts';
import type { EntityName, FieldRow } from '../../catalogue/schema.ts';
import { getOperation } from '../match/match-operation.ts';
import { cachePerObject } from '../model/cache-per-object.ts';
import type { Body } from '../model/exchange.ts';
import { toPointer } from '../text/json-pointer.ts';
import { parseJsonLenient } from '../text/parse-json.ts';
import { safeStringify } from '../text/stringify.ts';

export interface FieldError {
  /** As in the response. */
  readonly key: string;
  readonly messages: readonly string[];
  /** JSON pointer into the request's body; empty if no field matches. */
  readonly pointer: string;
  readonly sent: SentValue;
  /** The documentation of the field, if there is any. */
  readonly field: FieldRow | undefined;
}

export type SentValue =
  | { readonly kind: 'value'; readonly value: unknown }
  /** The body lacks the field. */
  | { readonly kind: 'absent' }
  /** The key is about the whole body, a query parameter or something unknown. */
  | { readonly kind: 'no-field' }
  | { readonly kind: 'unreadable'; readonly reason: string };

/** More than any request has fields. */
const MAX_ERRORS = 200;
/** Per key. */
const MAX_MESSAGES = 100;

/** `modelState` may be any object. A string or number instead of a list is one message. */
export function fieldErrors(
  modelState: Readonly<Record<string, unknown>>,
  body: Body,
  operationId: OperationId | undefined,
): FieldError[] {
  const request = parseRequest(body);
  const entity = operationId && getOperation(operationId).requestBody;
  return Object.entries(modelState)
    .slice(0, MAX_ERRORS)
    .map(([key, messages]) => ({ key, messages: messagesOf(messages), ...locate(key, request, entity) }));
}

type ParsedRequest =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'unreadable'; readonly reason: string };

function parseRequest(body: Body): ParsedRequest {
  if (body.kind === 'none') return { kind: 'unreadable', reason: 'no body was sent' };
  if (body.kind !== 'text') return { kind: 'unreadable', reason: 'the request body is unavailable' };
  const json = parseJsonLenient(body.text);
  if (json.kind === 'json') return { kind: 'json', value: json.value };
  return { kind: 'unreadable', reason: 'the request body isn’t JSON' };
}

/** Flattens nested lists of any depth, and serializes objects. */
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

function locate(
  key: string,
  request: ParsedRequest,
  entity: EntityName | undefined,
): Omit<FieldError, 'key' | 'messages'> {
  for (const segments of candidates(parseKey(key))) {
    const found = resolve(segments, request, entity);
    if (found !== undefined) return found;
  }
  return { pointer: '', sent: { kind: 'no-field' }, field: undefined };
}

/** Segments of `model.Rate.Value`, `$.rate.value`, `Items[0].Name` or `['name']`; an index is a number. */
function parseKey(key: string): (string | number)[] {
  const parts = key.slice(0, 500).matchAll(/\[(\d+)\]|\[['"]([^'"]*)['"]\]|([^.[\]]+)/g);
  return Array.from(parts, ([, index, quoted, name]) => (index === undefined ? (quoted ?? name ?? '') : Number(index)));
}

/** ASP.NET prefixes keys with the name of the action's parameter: `model.`, as Xero documents, or `$.` in newer versions. */
function candidates(segments: (string | number)[]): (string | number)[][] {
  const [first, ...rest] = segments;
  if (rest.length === 0) return first === undefined ? [] : [segments];
  return first === 'model' || first === '$' ? [rest, segments] : [segments, rest];
}

function resolve(
  segments: (string | number)[],
  request: ParsedRequest,
  entity: EntityName | undefined,
): Omit<FieldError, 'key' | 'messages'> | undefined {
  if (segments.length === 0) return undefined;
  const pointer: (string | number)[] = [];
  let value: unknown = request.kind === 'json' ? request.value : undefined;
  let parent = entity;
  let field: FieldRow | undefined;
  let exists = request.kind === 'json';
  for (const segment of segments) {
    field = parent && typeof segment === 'string' ? findField(parent, segment) : undefined;
    const key = exists ? findKey(value, segment) : undefined;
    if (key === undefined && field === undefined) return undefined;
    pointer.push(key ?? field?.name ?? segment);
    exists = key !== undefined;
    value = key === undefined ? undefined : (value as Record<string | number, unknown>)[key];
    // An index into a list of entities doesn't change the entity.
    if (typeof segment === 'string') parent = field?.itemType;
  }
  return { pointer: toPointer(pointer), sent: sentAt(request, exists, value), field };
}

function sentAt(request: ParsedRequest, exists: boolean, value: unknown): SentValue {
  if (request.kind === 'unreadable') return { kind: 'unreadable', reason: request.reason };
  return exists ? { kind: 'value', value } : { kind: 'absent' };
}

function findField(entity: EntityName, name: string): FieldRow | undefined {
  return entities[entity].find((row) => row.name.toLowerCase() === name.toLowerCase());
}

/** The key as the request spells it: Xero responds in PascalCase to camelCase. */
function findKey(value: unknown, segment: string | number): string | number | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (Array.isArray(value)) return typeof segment === 'number' && segment in value ? segment : undefined;
  const name = String(segment);
  return Object.hasOwn(value, name) ? name : keysByLowerCase(value).get(name.toLowerCase());
}

/**
 * The keys of an object in a parsed request, by their lower-case spelling; the first of equal ones. Cached: an error may list hundreds of
 * keys, and the request may have a hundred thousand.
 */
const keysByLowerCase = cachePerObject(
  (object: object): ReadonlyMap<string, string> =>
    new Map(
      Object.keys(object)
        .reverse()
        .map((key) => [key.toLowerCase(), key]),
    ),
);
