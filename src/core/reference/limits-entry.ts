// The reference entry for limits, collected from the catalogue.

import { idempotency, limits, specification } from '../../catalogue/citation.ts';
import { IDEMPOTENCY_KEY_SECONDS, MAX_HEADERS_BYTES, MAX_IDEMPOTENCY_KEY_CHARS } from '../../catalogue/constants.ts';
import { diagnoses } from '../../catalogue/diagnoses/all.ts';
import type { DiagnosisRow } from '../../catalogue/diagnoses/row.ts';
import { entities } from '../../catalogue/entities.ts';
import { limitNotes } from '../../catalogue/limit-notes.ts';
import { paging } from '../../catalogue/parameters.ts';
import type { EntityName } from '../../catalogue/schema.ts';
import { headerCitation } from '../rules/check-support/header-size.ts';
import { formatInteger } from '../text/format-number.ts';
import { describeField } from './describe-field.ts';
import { type EntrySection, entryId, type Fact, type ReferenceEntry } from './entry.ts';

export function limitsEntry(): ReferenceEntry {
  return {
    id: 'limits',
    kind: 'limits',
    title: 'Requests, headers and fields',
    summary: 'How many requests, how large, how long',
    aliases: ['Limits', 'Documented limits', 'Rate limits'],
    keywords: [],
    extraKeywords: ['rate limit', 'quota', 'throttling'],
    parts: [
      { kind: 'facts', title: 'Requests', facts: [...rateLimits(), ...notes] },
      { kind: 'facts', title: 'Headers', facts: headerLimits },
      { kind: 'fields', title: 'Lists', fields: paging.map(describeField) },
      ...(Object.keys(entities) as EntityName[]).filter((name) => isSent(name)).flatMap(bounded),
    ],
    citations: [limits, idempotency, specification, headerCitation],
  };
}

/** The documented limits, which are those with a diagnosis. */
function rateLimits(): Fact[] {
  const rows: readonly DiagnosisRow[] = diagnoses;
  return rows
    .filter(({ id }) => /^rate-limit-(app-minute|minute|day|concurrent)$/.test(id))
    .map(({ id, meaning, citations: [citation] }) => ({
      term: terms[id] ?? id,
      text: [meaning],
      links: [entryId('diagnosis', id)],
      citation,
    }));
}

const notes: readonly Fact[] = limitNotes.map(({ term, text, citation }) => ({ term, text: [text], citation }));

const terms: Readonly<Record<string, string>> = {
  'rate-limit-app-minute': 'App, per minute',
  'rate-limit-minute': 'Per minute',
  'rate-limit-day': 'Per day',
  'rate-limit-concurrent': 'Concurrent',
};

const headerLimits: readonly Fact[] = [
  { term: 'Idempotency-Key', text: [`At most ${MAX_IDEMPOTENCY_KEY_CHARS} characters.`], citation: specification },
  {
    term: 'Cached responses',
    text: [`The first response for a key is cached for ${IDEMPOTENCY_KEY_SECONDS / 60} minutes.`],
    citation: idempotency,
  },
  {
    term: 'All headers',
    text: [`At most ${formatInteger(MAX_HEADERS_BYTES)} bytes in total.`],
    citation: headerCitation,
  },
];

/** The fields of an entity that have bounds. */
function bounded(entity: EntityName): EntrySection[] {
  const fields = entities[entity]
    .filter(({ min, max, maxLength }) => min !== undefined || max !== undefined || maxLength !== undefined)
    .map(describeField);
  return fields.length === 0
    ? []
    : [{ kind: 'fields', title: 'Fields of', entityId: entryId('entity', entity), fields }];
}

function isSent(entity: EntityName): boolean {
  return /CreateOrUpdate$|Patch$/.test(entity);
}
