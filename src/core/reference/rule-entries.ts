// Reference entries for rules and unsupported operations.

import { type BusinessRule, businessRules } from '../../catalogue/business-rules.ts';
import type { Basis } from '../../catalogue/citation.ts';
import type { EntityName } from '../../catalogue/schema.ts';
import { type UnsupportedOperation, unsupportedOperations } from '../../catalogue/unsupported-operations.ts';
import { entryId, type Fact, type ReferenceEntry } from './entry.ts';

export function ruleEntries(): ReferenceEntry[] {
  return businessRules.map(ruleEntry);
}

export function absentEntries(): ReferenceEntry[] {
  return unsupportedOperations.map(absentEntry);
}

/** Rules have no names, so their ids are derived from their text. */
export function ruleId({ entity, rule }: BusinessRule): string {
  return entryId('rule', slug(`${entity} ${rule}`));
}

function ruleEntry(row: BusinessRule): ReferenceEntry {
  const { entity, rule, field, key, says, citation } = row;
  const facts: Fact[] = [
    { term: 'About', text: [entityLabels[entity]], links: entitiesOf[entity].map((name) => entryId('entity', name)) },
    ...(field ? [{ term: 'Field', text: [`\`${field}\``] }] : []),
    ...(key ? [{ term: 'Error key', text: [`${listed(key.names)} in \`modelState\` (${bases[key.basis]})`] }] : []),
    ...(says ? [{ term: 'Xero says', text: [`“${says}”`] }] : []),
  ];
  return {
    id: ruleId(row),
    kind: 'rule',
    title: rule.replaceAll('`', ''),
    tag: entity,
    summary: field ? `\`${field}\` of ${entityLabels[entity]}` : `About ${entityLabels[entity]}`,
    aliases: [],
    keywords: [...(field ? [field] : []), ...(key?.names ?? [])],
    extraKeywords: [],
    parts: [{ kind: 'facts', facts }],
    citations: [citation],
  };
}

const entityLabels: Readonly<Record<BusinessRule['entity'], string>> = {
  Project: 'projects',
  Task: 'tasks',
  'Time entry': 'time entries',
  Lists: 'lists',
  Organisation: 'the organisation',
};

const entitiesOf: Readonly<Record<BusinessRule['entity'], readonly EntityName[]>> = {
  Project: ['ProjectCreateOrUpdate', 'ProjectPatch', 'Project'],
  Task: ['TaskCreateOrUpdate', 'Task'],
  'Time entry': ['TimeEntryCreateOrUpdate', 'TimeEntry'],
  Lists: ['Pagination'],
  Organisation: ['ProjectUser'],
};

function listed(names: readonly string[]): string {
  const marked = names.map((name) => `\`${name}\``);
  return marked.length < 2 ? marked.join('') : `${marked.slice(0, -1).join(', ')} or ${marked.at(-1)}`;
}

const bases: Readonly<Record<Basis, string>> = {
  documented: 'documented',
  recorded: 'recorded',
  secondary: 'reported by others',
  inferred: 'inferred',
};

function absentEntry({ methods = [], path, title, alternative, citation }: UnsupportedOperation): ReferenceEntry {
  const methodNames = methods.length === 0 ? 'Any method' : methods.join(', ');
  return {
    id: entryId('absent', slug(`${methods.join(' ')} ${path}`)),
    kind: 'absent',
    title: title.replaceAll('`', ''),
    summary: alternative,
    aliases: [path],
    keywords: [],
    extraKeywords: [],
    parts: [
      {
        kind: 'facts',
        facts: [
          { term: 'Not supported', text: [`${methodNames} on \`${path}\``] },
          { term: 'Instead', text: [alternative] },
        ],
      },
    ],
    citations: [citation],
  };
}

function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/\*+/g, (stars) => (stars.length > 1 ? ' all ' : ' any '))
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
