// The whole Projects API as an offline reference: one entry for each thing in the catalogue, and for each check.

import type { Citation } from '../../catalogue/citation.ts';
import { checkEntries } from './check-entries.ts';
import { diagnosisEntries } from './diagnosis-entries.ts';
import { entityEntries } from './entity-entries.ts';
import type { EntrySection, ReferenceEntry } from './entry.ts';
import { headerEntries, scopeEntries } from './header-entries.ts';
import { limitsEntry } from './limits-entry.ts';
import { operationEntries } from './operation-entries.ts';
import { absentEntries, ruleEntries } from './rule-entries.ts';

/** Every entry, in the order of `referenceKinds`. */
export function referenceEntries(): readonly ReferenceEntry[] {
  return [
    ...operationEntries(),
    ...entityEntries(),
    ...headerEntries(),
    ...scopeEntries(),
    ...diagnosisEntries(),
    ...checkEntries(),
    ...ruleEntries(),
    ...absentEntries(),
    limitsEntry(),
  ].map(withAllSources);
}

/** Adds the citations of all parts to the entry's own. */
function withAllSources(entry: ReferenceEntry): ReferenceEntry {
  const [first, ...rest] = entry.citations;
  const others = [...rest, ...entry.parts.flatMap(citationsIn)];
  const titles = new Set([first.title]);
  const added = others.filter(({ title }) => !titles.has(title) && titles.add(title));
  return { ...entry, citations: [first, ...added] };
}

function citationsIn(part: EntrySection): Citation[] {
  switch (part.kind) {
    case 'facts':
      return part.facts.flatMap(({ citation }) => citation ?? []);
    case 'fields':
      return part.fields.flatMap(({ row: { citation, differences = [] } }) => [
        citation,
        ...differences.map((difference) => difference.citation),
      ]);
    case 'differences':
      return part.differences.map(({ citation }) => citation);
    case 'retry':
      return [part.rule.citation];
    default:
      return [];
  }
}
