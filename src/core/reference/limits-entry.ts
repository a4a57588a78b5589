// The reference's entry of limits: how much and how often, gathered from where the catalogue has it.

import { idempotency, limits, specification } from '../../catalogue/citation.ts';
import { idempotencyKeySeconds, largestHeaders, longestIdempotencyKey } from '../../catalogue/constants.ts';
import { type DiagnosisRow, diagnoses } from '../../catalogue/diagnoses.ts';
import { entities } from '../../catalogue/entities.ts';
import { limitNotes } from '../../catalogue/limit-notes.ts';
import { paging } from '../../catalogue/parameters.ts';
import type { EntityName } from '../../catalogue/schema.ts';
import { headerSource } from '../rules/checks/header-size.ts';
import { grouped } from '../text/format-number.ts';
import { describeField } from './describe-field.ts';
import { entryId, type Fact, type Part, type ReferenceEntry } from './entry.ts';

export function limitsEntry(): ReferenceEntry {
  return {
    id: 'limits',
    kind: 'limits',
    title: 'Limits',
    summary: 'How many calls, how large, how long',
    names: ['Limits', 'Rate limits'],
    holds: [],
    also: ['rate limit', 'quota', 'throttling'],
    parts: [
      { kind: 'facts', title: 'Calls', facts: [...rateLimits(), ...notes] },
      { kind: 'facts', title: 'Headers', facts: headerLimits },
      { kind: 'fields', title: 'Lists', fields: paging.map(describeField) },
      ...(Object.keys(entities) as EntityName[]).filter((name) => isSent(name)).flatMap(bounded),
    ],
    sources: [limits, idempotency, specification, headerSource],
  };
}

/** The documented limits are those whose overrun has a diagnosis. */
function rateLimits(): Fact[] {
  const rows: readonly DiagnosisRow[] = diagnoses;
  return rows
    .filter(({ id }) => /^rate-limit-(app-minute|minute|day|concurrent)$/.test(id))
    .map(({ id, meaning, sources: [source] }) => ({
      term: terms[id] ?? id,
      says: [meaning],
      to: [entryId('diagnosis', id)],
      source,
    }));
}

const notes: readonly Fact[] = limitNotes.map(({ term, says, source }) => ({ term, says: [says], source }));

const terms: Readonly<Record<string, string>> = {
  'rate-limit-app-minute': 'App, a minute',
  'rate-limit-minute': 'A minute',
  'rate-limit-day': 'A day',
  'rate-limit-concurrent': 'At once',
};

const headerLimits: readonly Fact[] = [
  { term: 'Idempotency-Key', says: [`At most ${longestIdempotencyKey} characters.`], source: specification },
  {
    term: 'Kept answers',
    says: [`The first answer to a key is kept for ${idempotencyKeySeconds / 60} minutes.`],
    source: idempotency,
  },
  {
    term: 'All headers',
    says: [`At most ${grouped(largestHeaders)} bytes together.`],
    source: headerSource,
  },
];

/** The fields of an entity that have bounds. */
function bounded(entity: EntityName): Part[] {
  const fields = entities[entity]
    .filter(({ least, most, longest }) => least !== undefined || most !== undefined || longest !== undefined)
    .map(describeField);
  return fields.length === 0 ? [] : [{ kind: 'fields', title: 'Fields of', of: entryId('entity', entity), fields }];
}

function isSent(entity: EntityName): boolean {
  return /CreateOrUpdate$|Patch$/.test(entity);
}
