// The reference's entries of checks: what the inspector looks for in every call.

import { allChecks } from '../rules/checks/all.ts';
import type { Check, Severity } from '../rules/checks/check.ts';
import { entryId, type Fact, type ReferenceEntry } from './entry.ts';

export function checkEntries(): ReferenceEntry[] {
  return allChecks.map(checkEntry);
}

function checkEntry({ id, title, severity, fix, explains = [], provenBy, source }: Check): ReferenceEntry {
  const facts: Fact[] = [
    { term: 'Id', says: [`\`${id}\``] },
    { term: 'Severity', says: [severities[severity]] },
    ...(explains.length > 0
      ? [{ term: 'Explains', says: [`Status ${explains.map((status) => `\`${status}\``).join(', ')}`] }]
      : []),
    ...(provenBy === undefined ? [] : [{ term: 'Proven by', to: [entryId('diagnosis', provenBy)] }]),
  ];
  return {
    id: entryId('check', id),
    kind: 'check',
    title,
    tone: severity,
    summary: fix,
    names: [id, title],
    holds: [],
    also: [],
    parts: [
      { kind: 'words', text: fix },
      { kind: 'facts', facts },
    ],
    sources: [source],
  };
}

const severities: Readonly<Record<Severity, string>> = {
  error: 'Error: it breaks a rule that Xero states',
  warning: 'Warning: it is likely not what was meant',
  note: 'Note: good to know',
};
