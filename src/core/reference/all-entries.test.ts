// The reference covers the whole catalogue, and its links have targets.

import { describe, expect, test } from 'vitest';
import { businessRules } from '../../catalogue/business-rules.ts';
import { diagnoses } from '../../catalogue/diagnoses/all.ts';
import { entities } from '../../catalogue/entities.ts';
import { headerRows } from '../../catalogue/headers.ts';
import { operations } from '../../catalogue/operations.ts';
import { scopes } from '../../catalogue/scopes.ts';
import { unsupportedOperations } from '../../catalogue/unsupported-operations.ts';
import { allChecks } from '../rules/run-checks/all-checks.ts';
import { referenceEntries } from './all-entries.ts';
import { type EntrySection, type ReferenceEntry, type ReferenceKind, referenceKinds } from './entry.ts';

const entries = referenceEntries();
const ids = new Set(entries.map(({ id }) => id));

function entry(id: string): ReferenceEntry {
  const found = entries.find((each) => each.id === id);
  if (found === undefined) throw new Error(`There is no entry ${id}.`);
  return found;
}

function part<K extends EntrySection['kind']>(id: string, kind: K, title?: string): Extract<EntrySection, { kind: K }> {
  const found = entry(id).parts.find(
    (each) => each.kind === kind && (!title || ('title' in each && each.title === title)),
  );
  if (found === undefined) throw new Error(`${id} has no ${title ?? kind}.`);
  return found as Extract<EntrySection, { kind: K }>;
}

function factOf(id: string, term: string): readonly string[] | undefined {
  return part(id, 'facts').facts.find((fact) => fact.term === term)?.text;
}

test.each<[ReferenceKind, readonly string[]]>([
  ['operation', operations.map(({ id }) => id)],
  ['entity', Object.keys(entities)],
  ['header', headerRows.map(({ name }) => name)],
  ['scope', scopes.map(({ name }) => name)],
  ['diagnosis', diagnoses.map(({ id }) => id)],
  ['check', allChecks.map(({ id }) => id)],
])('has an entry for every %s', (kind, names) => {
  const found = entries.filter((each) => each.kind === kind).map(({ id }) => id);
  expect(found).toEqual(names.map((name) => `${kind}/${name}`));
});

test('has an entry for every rule, every unsupported operation, and the limits', () => {
  const titles = (kind: ReferenceKind) => entries.filter((each) => each.kind === kind).map(({ title }) => title);
  expect(titles('rule')).toEqual(businessRules.map(({ rule }) => rule.replaceAll('`', '')));
  expect(titles('absent')).toEqual(unsupportedOperations.map(({ title }) => title.replaceAll('`', '')));
  expect(ids).toContain('limits');
});

test('ids are unique, and entries are sorted by kind', () => {
  expect(ids.size).toBe(entries.length);
  expect([...new Set(entries.map(({ kind }) => kind))]).toEqual(referenceKinds);
});

describe.each(entries.map((each) => [each.id, each] as const))('%s', (_, each) => {
  test('links only to entries that exist', () => {
    const targets = each.parts.flatMap((one) => {
      if (one.kind === 'links') return one.links;
      if (one.kind === 'facts') return one.facts.flatMap(({ links = [] }) => links);
      if (one.kind !== 'fields') return [];
      return [
        ...(one.entityId ? [one.entityId] : []),
        ...one.fields.flatMap(({ row: { itemType } }) => (itemType ? [`entity/${itemType}`] : [])),
      ];
    });
    for (const target of targets) expect(ids).toContain(target);
  });

  test('has a title, a summary of one line and a citation with a basis', () => {
    expect(each.title).toMatch(/^\S/);
    expect(each.summary).toMatch(/^\S.*$/);
    for (const citation of each.citations) {
      expect(['documented', 'recorded', 'secondary', 'inferred']).toContain(citation.basis);
    }
    expect(new Set(each.citations.map(({ title }) => title)).size).toBe(each.citations.length);
  });

  test('has no empty facts or fields', () => {
    for (const one of each.parts) {
      if (one.kind === 'facts') expect(one.facts.every(({ text, links }) => text?.length || links?.length)).toBe(true);
      if (one.kind === 'fields') expect(one.fields.length).toBeGreaterThan(0);
    }
  });
});

test('an operation shows its request, both success statuses, its parameters with bounds and default, and its body', () => {
  expect(factOf('operation/createTask', 'Request')).toEqual(['`POST /Projects/{projectId}/Tasks`']);
  expect(factOf('operation/createTask', 'Success')?.join()).toMatch(/`201` is documented, `200` was recorded/);
  expect(part('operation/createTask', 'differences').differences).toHaveLength(1);
  expect(part('operation/createTask', 'fields', 'Body').entityId).toBe('entity/TaskCreateOrUpdate');
  const { fields } = part('operation/getProjects', 'fields', 'Query parameters');
  const pageSize = fields.find(({ row }) => row.name === 'pageSize');
  expect(pageSize?.limits).toEqual(['1 to 500', 'default 50']);
  expect(pageSize?.row.differences?.[0]?.live).toContain('500');
  expect(fields.find(({ row }) => row.name === 'contactID')?.limits).toEqual(['also spelled `contactId`']);
  expect(fields.find(({ row }) => row.name === 'projectIds')?.limits).toEqual(['comma-separated']);
});

test('a field shows its bounds with their unit', () => {
  const { fields } = part('entity/TimeEntryCreateOrUpdate', 'fields');
  expect(fields.find(({ row }) => row.name === 'duration')?.limits).toEqual(['1 to 59,940 minutes']);
});

test('an entity shows the operations that send or return it and the entities that contain it', () => {
  expect(entry('entity/TaskCreateOrUpdate').summary).toBe('Sent by createTask, updateTask');
  expect(entry('entity/Task').summary).toBe('Returned by createTask, getTask. Part of Tasks');
  expect(entry('entity/ModelError').summary).toBe('Used by validation-failed');
});

test('a diagnosis describes what selects it, and which diagnoses take precedence', () => {
  expect(factOf('diagnosis/rate-limit-legacy', 'Identified by')).toEqual([
    'Status `503`, and it contains “rate limit exceeded”',
    'Status `503`, and `x-rate-limit-problem` is present',
  ]);
  expect(factOf('diagnosis/undocumented', 'Identified by')).toEqual(['Any response that nothing else explains']);
  const facts = part('diagnosis/unauthorized', 'facts').facts;
  expect(facts.find(({ term }) => term === 'Unless it’s')?.links).toEqual([
    'diagnosis/connector-error',
    'diagnosis/token-request-refused',
    'diagnosis/wrong-api',
    'diagnosis/edge-access-denied',
    'diagnosis/token-expired',
    'diagnosis/token-wrong-audience',
    'diagnosis/token-invalid-signature',
    'diagnosis/scope-or-plan-missing',
    'diagnosis/token-invalid',
  ]);
});

test('a diagnosis describes its variants', () => {
  const { facts } = part('diagnosis/tenant-refused', 'facts', 'Forbidden (may not be from Xero)');
  expect(facts.find(({ term }) => term === 'Identified by')?.text).toEqual([
    'Status `403`, and the body is HTML, unless it contains “authenticationunsuccessful”',
    'Status `403`, and a proxy is in between, and no Xero header or error format shows that Xero responded, unless it contains “authenticationunsuccessful”',
  ]);
  expect(entry('diagnosis/wrong-api').aliases).toContain('Error from Xero’s identity service');
  expect(entry('diagnosis/wrong-api').extraKeywords).toEqual([]);
});

test('an example shows status, headers and indented JSON', () => {
  const example = part('diagnosis/tenant-refused', 'example');
  expect(example.lines[0]).toBe('HTTP 403');
  expect(example.body).toMatch(/^\{\n {2}"Type"/);
});

test('a header distinguishes documented from recorded facts', () => {
  const facts = part('header/X-MinLimit-Remaining', 'facts').facts;
  expect(facts.find(({ term }) => term === 'Rule')).toMatchObject({ text: ['A whole number'] });
  expect(facts.find(({ term }) => term === 'Not sent')).toMatchObject({ citation: { basis: 'recorded' } });
  expect(new Set(facts.map(({ term }) => term)).size).toBe(facts.length);
});

test('the limits link to their diagnoses, and show the differences between tiers with their basis', () => {
  const { facts } = part('limits', 'facts', 'Requests');
  for (const term of ['Starter tier', 'Rapid Sync', 'Windows', 'Replays']) {
    expect(facts.find((fact) => fact.term === term)).toMatchObject({ citation: { basis: 'secondary' } });
  }
  expect(facts.find(({ term }) => term === 'Per minute')?.links).toEqual(['diagnosis/rate-limit-minute']);
});
