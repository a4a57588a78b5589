// The entries of the reference, and the ways to find one: by id, and by the name that a sentence has in backticks.

import { referenceEntries } from '../../core/reference/all-entries.ts';
import type { ReferenceEntry, ReferenceKind } from '../../core/reference/entry.ts';

export const entries = referenceEntries();

const byId = new Map(entries.map((entry) => [entry.id, entry]));

export function getEntry(id: string): ReferenceEntry | undefined {
  return byId.get(id);
}

/** Words in backticks of these kinds are names; of others they may be anything. */
const namedKinds: readonly ReferenceKind[] = ['operation', 'entity', 'header', 'scope'];

const byName = new Map(
  entries
    .filter(({ kind }) => namedKinds.includes(kind))
    // A path alone is that of several operations.
    .flatMap(({ id, aliases }) => aliases.filter((name) => !name.startsWith('/')).map((name) => [name, id] as const)),
);

/** The id of the entry that is called so. */
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
  limits: { one: 'Limits', many: 'Limits' },
};
