// Holds what every check owes: it fires on its examples, alone, and is silent where it should be.

import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { logOf } from '../../../testing/example.ts';
import { exchange, root } from '../../../testing/exchange.ts';
import { allChecks } from './all.ts';
import type { Check, Example, Examples } from './check.ts';
import { runChecks } from './run-checks.ts';

const modules = import.meta.glob<{ check?: Check; examples?: Examples }>(['./*.ts', '!./*.test.ts'], { eager: true });
const cases = Object.values(modules).flatMap(({ check, examples }) => (check && examples ? [{ check, examples }] : []));

function idsAt(example: Example): string[] {
  const { exchange, log } = logOf(example);
  return [...new Set(runChecks(exchange, log).map((finding) => finding.ruleId))];
}

describe.each(cases)('$check.id', ({ check, examples }) => {
  test.each(examples.fail.map((example) => [JSON.stringify(example).slice(0, 120), example] as const))(
    'fires alone on %s',
    (_, example) => {
      expect(idsAt(example)).toEqual([check.id]);
    },
  );

  test.each(examples.pass.map((example) => [JSON.stringify(example).slice(0, 120), example] as const))(
    'is silent on %s',
    (_, example) => {
      expect(idsAt(example)).not.toContain(check.id);
    },
  );

  test('has examples of both kinds and says its words in the house’s form', () => {
    expect(examples.fail.length).toBeGreaterThan(0);
    expect(examples.pass.length).toBeGreaterThan(0);
    expect(check.title).toMatch(/^[A-Z][^.!]{3,45}$/);
    expect(check.fix).toMatch(/^[A-Z].*\.$/);
    expect(Object.keys(modules)).toContain(`./${check.id}.ts`);
  });
});

test('every check with a file is run', () => {
  const files = readdirSync(import.meta.dirname).map((file) => file.replace(/\.ts$/, ''));
  expect(allChecks.map((check) => check.id).sort()).toEqual(cases.map(({ check }) => check.id).sort());
  for (const { id } of allChecks) expect(files).toContain(id);
});

function findingOf(id: string, example: Example) {
  const { exchange, log } = logOf(example);
  return runChecks(exchange, log).find((finding) => finding.ruleId === id);
}

test.each<[string, boolean, unknown, boolean]>([
  ['a success', true, { name: '' }, true],
  ['a success of Xero’s host', false, { name: '' }, true],
  ['an error of Xero’s inside a proxy’s 200', true, { error: { modelState: { 'model.Name': ['No'] } } }, false],
  ['a page that a proxy gave with 200', true, '<!doctype html><html></html>', false],
])('whether Xero accepted what was sent is told by %s', (_, viaProxy, body, accepted) => {
  const url = viaProxy ? 'https://app.example/api/projects.xro/2.0/Projects' : `${root}/Projects`;
  const seen = exchange({ method: 'POST', url, sent: { name: '' }, status: 200, body });
  const findings = runChecks(seen, [seen]);
  const emptyName = findings.find(({ ruleId }) => ruleId === 'string-empty');
  expect(emptyName).toMatchObject({ acceptedByXero: accepted, severity: accepted ? 'note' : 'error' });
  // Of what is no answer of the operation's, fields are not looked for.
  expect(findings.some(({ ruleId }) => ruleId === 'response-field-missing')).toBe(accepted);
});

const task = { chargeType: 'TIME', rate: { currency: 'NZD', value: 80 } };

test.each<[string, Example, 'error' | 'warning', 'certain' | 'likely', string]>([
  [
    'an empty name of a project',
    { call: 'PUT /Projects/{projectId}', requestBody: { name: '' } },
    'error',
    'certain',
    'documented',
  ],
  [
    'a blank name of a project',
    { call: 'PUT /Projects/{projectId}', requestBody: { name: ' ' } },
    'warning',
    'likely',
    'inferred',
  ],
  [
    'an empty name of a task',
    { call: 'POST /Projects/{projectId}/Tasks', requestBody: { ...task, name: '' } },
    'warning',
    'likely',
    'inferred',
  ],
])('says of %s no more than is known', (_, example, severity, sure, basis) => {
  expect(findingOf('string-empty', example)).toMatchObject({ severity, certainty: sure, citation: { basis } });
});

const shortId = '00000000-0000-0000-000-000000000000';
const newTask = 'POST /Projects/{projectId}/Tasks';

test.each<[string, Example]>([
  ['uuid-malformed', { call: 'POST /Projects', requestBody: { name: 'Attic', contactId: shortId } }],
  ['path-id-malformed', { call: `GET /Projects/${shortId}`, status: 500 }],
  ['query-value', { call: `GET /Projects?projectIds={projectId},${shortId}` }],
  ['field-missing', { call: newTask, requestBody: { status: 'INPROGRESS' } }],
  ['field-missing', { call: 'PUT /Projects/{projectId}/Tasks/{taskId}', requestBody: { status: 'INPROGRESS' } }],
])('%s tells gently of what the specification’s own examples have wrong', (id, example) => {
  const finding = findingOf(id, example);
  expect(finding).toMatchObject({ severity: 'warning', citation: { title: expect.stringContaining('examples') } });
  expect(finding?.expected).toMatch(/example/);
});

test('field-missing is firm where a task is no copy of the example', () => {
  expect(findingOf('field-missing', { call: newTask, requestBody: { status: 'CLOSED' } })).toMatchObject({
    severity: 'error',
  });
});

test('query-unknown says that a parameter filters nothing only where that was reported', () => {
  const reported = findingOf('query-unknown', { call: 'GET /Projects?status=CLOSED' });
  expect(reported).toMatchObject({
    expected: expect.stringContaining('filters nothing'),
    citation: { basis: 'secondary' },
  });
  expect(findingOf('query-unknown', { call: 'GET /Projects?limit=5' })?.expected).toBe('perhaps `pageSize`');
});
