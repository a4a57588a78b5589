// Reference entries for entities: the contents of requests and responses.

import { specification } from '../../catalogue/citation.ts';
import { diagnoses } from '../../catalogue/diagnoses/all.ts';
import type { DiagnosisRow } from '../../catalogue/diagnoses/row.ts';
import { entities } from '../../catalogue/entities.ts';
import { type OperationRow, operations } from '../../catalogue/operations.ts';
import type { EntityName } from '../../catalogue/schema.ts';
import { describeField } from './describe-field.ts';
import { entryId, type Fact, type ReferenceEntry } from './entry.ts';

export function entityEntries(): ReferenceEntry[] {
  return names.map(entityEntry);
}

const names = Object.keys(entities) as EntityName[];
const rows: readonly OperationRow[] = operations;

function entityEntry(name: EntityName): ReferenceEntry {
  const fields = entities[name].map(describeField);
  const uses = usesOf(name);
  return {
    id: entryId('entity', name),
    kind: 'entity',
    title: name,
    summary: summaryOf(uses),
    aliases: [name],
    keywords: fields.map(({ row }) => row.name),
    extraKeywords: [],
    parts: [
      { kind: 'facts', facts: uses.map(({ term, to: links }): Fact => ({ term, links })) },
      { kind: 'fields', title: 'Fields', fields },
    ],
    citations: [specification],
  };
}

/** `Returned by getTask. Part of Tasks`. */
function summaryOf(uses: readonly Use[]): string {
  return uses.map(({ term, names: users }) => `${term} ${users.join(', ')}`).join('. ');
}

interface Use {
  readonly term: string;
  readonly names: readonly string[];
  readonly to: readonly string[];
}

function usesOf(name: EntityName): Use[] {
  const containers = names.filter((each) => entities[each].some((field) => field.itemType === name));
  return [
    use('Sent by', 'operation', ids(rows.filter(({ requestBody }) => requestBody === name))),
    use('Returned by', 'operation', ids(rows.filter(({ responseBody }) => responseBody === name))),
    use('Part of', 'entity', containers),
    // Not the response of an operation, but of a rejected request.
    use('Used by', 'diagnosis', name === 'ModelError' ? ids(diagnoses.filter(readsModelState)) : []),
  ].filter((each) => each.to.length > 0);
}

function use(term: string, kind: 'operation' | 'entity' | 'diagnosis', users: readonly string[]): Use {
  return { term, names: users, to: users.map((user) => entryId(kind, user)) };
}

function ids(list: readonly { readonly id: string }[]): string[] {
  return list.map(({ id }) => id);
}

function readsModelState({ when }: DiagnosisRow): boolean {
  return when.some(({ shape = [] }) => shape.includes('model-state'));
}
