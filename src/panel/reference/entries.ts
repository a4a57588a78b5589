// The entries of the reference, by id and by the names that texts have in backticks.

import { referenceEntries } from '../../core/reference/all-entries.ts';
import type { ReferenceEntry, ReferenceKind } from '../../core/reference/entry.ts';

export const entries = referenceEntries();

const byId = new Map(entries.map((entry) => [entry.id, entry]));

export function getEntry(id: string): ReferenceEntry | undefined {
  return byId.get(id);
}

/** The kinds whose titles are linked from text in backticks. */
const namedKinds: readonly ReferenceKind[] = ['operation', 'entity', 'header', 'scope'];

const byName = new Map(
  entries
    .filter(({ kind }) => namedKinds.includes(kind))
    // Several operations share a path.
    .flatMap(({ id, aliases }) => aliases.filter((name) => !name.startsWith('/')).map((name) => [name, id] as const)),
);

/** The id of the entry with this name. */
export function findEntryId(name: string): string | undefined {
  return byName.get(name);
}

export const kindLabels: Readonly<Record<ReferenceKind, { readonly one: string; readonly many: string }>> = {
  operation: { one: 'Operation', many: 'Operations' },
  entity: { one: 'Entity', many: 'Entities' },
  header: { one: 'Header', many: 'Headers' },
  scope: { one: 'Scope', many: 'Scopes' },
  diagnosis: { one: 'Diagnosis', many: 'Diagnoses' },
  check: { one: 'Check', many: 'Checks' },
  rule: { one: 'Rule', many: 'Rules' },
  absent: { one: 'Not in the API', many: 'Not in the API' },
  limits: { one: 'Documented limits', many: 'Documented limits' },
};
