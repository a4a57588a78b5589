// Reference entries for checks.

import type { Check, CheckSeverity } from '../rules/check-support/check.ts';
import { allChecks } from '../rules/run-checks/all-checks.ts';
import { entryId, type Fact, type ReferenceEntry } from './entry.ts';

export function checkEntries(): ReferenceEntry[] {
  return allChecks.map(checkEntry);
}

function checkEntry({ id, title, severity, fix, canCause = [], confirmedBy, citation }: Check): ReferenceEntry {
  const facts: Fact[] = [
    { term: 'Id', text: [`\`${id}\``] },
    { term: 'Severity', text: [severities[severity]] },
    ...(canCause.length > 0
      ? [{ term: 'Can cause', text: [`Status ${canCause.map((status) => `\`${status}\``).join(', ')}`] }]
      : []),
    ...(confirmedBy === undefined ? [] : [{ term: 'Confirmed by', links: [entryId('diagnosis', confirmedBy)] }]),
  ];
  return {
    id: entryId('check', id),
    kind: 'check',
    title,
    tone: severity,
    summary: fix,
    aliases: [id, title],
    keywords: [],
    extraKeywords: [],
    parts: [
      { kind: 'words', text: fix },
      { kind: 'facts', facts },
    ],
    citations: [citation],
  };
}

const severities: Readonly<Record<CheckSeverity, string>> = {
  error: 'Error: breaks a rule that Xero states',
  warning: 'Warning: probably not what you intended',
  note: 'Note: good to know',
};
