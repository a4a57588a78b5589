// Reference entries for operations.

import { businessRules } from '../../catalogue/business-rules.ts';
import { entities } from '../../catalogue/entities.ts';
import { type OperationRow, operations } from '../../catalogue/operations.ts';
import { pathParameters } from '../../catalogue/parameters.ts';
import type { EntityName, FieldRow } from '../../catalogue/schema.ts';
import { describeField } from './describe-field.ts';
import { type EntrySection, entryId, type Fact, type ReferenceEntry } from './entry.ts';
import { ruleId } from './rule-entries.ts';

export function operationEntries(): ReferenceEntry[] {
  return operations.map(operationEntry);
}

function operationEntry(row: OperationRow): ReferenceEntry {
  const { id, method, path, summary, query, requestBody, responseBody, differences, citation } = row;
  const inPath = pathParameters.filter(({ name }) => path.includes(`{${name}}`));
  const requestFields = requestBody === undefined ? [] : entities[requestBody];
  const rules = rulesOf(row);
  const parts: EntrySection[] = [
    { kind: 'facts', facts: facts(row) },
    ...(differences ? [{ kind: 'differences', differences } as const] : []),
    ...fields('Path parameters', inPath),
    ...fields('Query parameters', query),
    ...(requestBody ? fields('Body', requestFields, entryId('entity', requestBody)) : []),
    ...(rules.length > 0 ? [{ kind: 'links', title: 'Rules', links: rules } as const] : []),
  ];
  return {
    id: entryId('operation', id),
    kind: 'operation',
    title: id,
    tag: method,
    summary,
    aliases: [id, path, `${method} ${path}`],
    keywords: [...inPath, ...query, ...requestFields].map(({ name }) => name),
    extraKeywords: [
      ...query.flatMap(({ alsoSpelled, mistakenFor = [] }) => [alsoSpelled ?? '', ...mistakenFor]),
      ...[requestBody, responseBody].flatMap((entity) => (entity ? namesIn(entity) : [])),
    ],
    parts,
    citations: [citation],
  };
}

function facts({ method, path, documentedStatus, recordedStatus, ...row }: OperationRow): Fact[] {
  return [
    { term: 'Request', text: [`\`${method} ${path}\``] },
    { term: 'Success', text: [successes(documentedStatus, recordedStatus)] },
    { term: 'Scope', ...anyOf(row.scopes.length), links: row.scopes.map((name) => entryId('scope', name)) },
    { term: 'Retry', text: [repeats(method, row.takesIdempotencyKey)] },
    row.requestBody
      ? { term: 'Request body', links: [entryId('entity', row.requestBody)] }
      : { term: 'Request body', text: ['None'] },
    row.responseBody
      ? { term: 'Response body', links: [entryId('entity', row.responseBody)] }
      : { term: 'Response body', text: ['None'] },
  ];
}

function anyOf(count: number): { text?: readonly string[] } {
  return count > 1 ? { text: ['Any of'] } : {};
}

function successes(documented: number, recorded: number | undefined): string {
  if (recorded === undefined) return `\`${documented}\` is documented. No response was recorded`;
  if (recorded === documented) return `\`${documented}\`, documented and recorded`;
  return `\`${documented}\` is documented, \`${recorded}\` was recorded. Treat both as success`;
}

function repeats(method: string, takesKey: boolean): string {
  if (method === 'GET') return 'Safe, takes no `Idempotency-Key`';
  return takesKey ? 'Safe with an `Idempotency-Key`' : 'Takes no `Idempotency-Key`';
}

function fields(title: string, rows: readonly FieldRow[], entityId?: string): EntrySection[] {
  if (rows.length === 0) return [];
  const described = { kind: 'fields', title, fields: rows.map(describeField) } as const;
  return [entityId === undefined ? described : { ...described, entityId }];
}

/** Rules for the entity that a write changes, or for lists. */
function rulesOf({ method, path, query }: OperationRow): string[] {
  const about = method === 'GET' ? 'Lists' : entityAt(path);
  if (about === 'Lists' && query.length === 0) return [];
  return businessRules.filter(({ entity }) => entity === about).map(ruleId);
}

function entityAt(path: string): 'Time entry' | 'Task' | 'Project' {
  if (path.includes('/Time')) return 'Time entry';
  return path.includes('/Tasks') ? 'Task' : 'Project';
}

/** The names of an entity and its fields, recursively. */
function namesIn(entity: EntityName): string[] {
  return [
    entity,
    ...entities[entity].flatMap(({ name, itemType }) => (itemType ? [name, ...namesIn(itemType)] : [name])),
  ];
}
