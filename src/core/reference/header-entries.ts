// Reference entries for headers and scopes.

import { diagnoses } from '../../catalogue/diagnoses/all.ts';
import type { DiagnosisRow } from '../../catalogue/diagnoses/row.ts';
import { type HeaderRow, headerRows } from '../../catalogue/headers.ts';
import { type OperationRow, operations } from '../../catalogue/operations.ts';
import { type ScopeRow, scopes } from '../../catalogue/scopes.ts';
import { selectorsOf } from '../diagnose/diagnosis-rows.ts';
import { entryId, type Fact, type ReferenceEntry } from './entry.ts';

export function headerEntries(): ReferenceEntry[] {
  return headerRows.map(headerEntry);
}

export function scopeEntries(): ReferenceEntry[] {
  return scopes.map(scopeEntry);
}

const allDiagnoses: readonly DiagnosisRow[] = diagnoses;
const allOperations: readonly OperationRow[] = operations;

function headerEntry(row: HeaderRow): ReferenceEntry {
  const { name, on, required, rule, further = [] } = row;
  const readers = allDiagnoses.filter((diagnosis) =>
    selectorsOf(diagnosis).some(({ header }) => header?.name === name.toLowerCase()),
  );
  const acceptingOperations =
    name === 'Idempotency-Key' ? allOperations.filter(({ takesIdempotencyKey }) => takesIdempotencyKey) : [];
  const facts: Fact[] = [
    { term: 'Used in', text: [on === 'request' ? 'Requests' : 'Responses'] },
    ...(on === 'request' ? [{ term: 'Required', text: [required ? 'Yes' : 'No'] }] : []),
    { term: 'Rule', text: [rule] },
    ...further.map(({ term, text, citation }) => ({ term, text: [text], citation })),
    ...links('Used by', 'diagnosis', readers),
    ...links('Accepted by', 'operation', acceptingOperations),
    ...(name === 'Authorization'
      ? [{ term: 'Scopes', links: scopes.map((scope) => entryId('scope', scope.name)) }]
      : []),
  ];
  return { ...entryFor('header', row, facts), tag: on };
}

function scopeEntry(row: ScopeRow): ReferenceEntry {
  const allowed = allOperations.filter(({ scopes }) => scopes.includes(row.name));
  const facts: Fact[] = [
    ...links('Allows', 'operation', allowed),
    {
      term: 'Since 2026',
      text: ['The July 2026 specification, published after scopes were split, still lists this scope'],
      citation: row.citation,
    },
  ];
  return entryFor('scope', row, facts);
}

function entryFor(
  kind: 'header' | 'scope',
  { name, meaning, citation }: HeaderRow | ScopeRow,
  facts: readonly Fact[],
): ReferenceEntry {
  return {
    id: entryId(kind, name),
    kind,
    title: name,
    summary: meaning,
    aliases: [name],
    keywords: [],
    extraKeywords: [],
    parts: [
      { kind: 'words', text: `${meaning}.` },
      { kind: 'facts', facts },
    ],
    citations: [citation],
  };
}

function links(term: string, kind: 'operation' | 'diagnosis', rows: readonly { readonly id: string }[]): Fact[] {
  return rows.length === 0 ? [] : [{ term, links: rows.map(({ id }) => entryId(kind, id)) }];
}
