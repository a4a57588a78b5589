// Tests each check with the examples in its file: it reports each failing example, alone, and no passing example.

import { describe, expect, test } from 'vitest';
import { operations } from '../../../catalogue/operations.ts';
import { HINT_FOR_VALID_REQUESTS, logOf } from '../../../testing/example.ts';
import { exchange, root } from '../../../testing/exchange.ts';
import type { Check, Example, Examples } from '../check-support/check.ts';
import { allChecks } from './all-checks.ts';
import { runChecks } from './run-checks.ts';

const modules = import.meta.glob<{ check?: Check; examples?: Examples }>('../checks/*.ts', { eager: true });
const files = Object.entries(modules).map(([path, module]) => ({ file: path.replace('../checks/', ''), ...module }));

function reportedIds(example: Example): string[] {
  const { exchange, log } = logOf(example);
  return [...new Set(runChecks(exchange, log).map((finding) => finding.ruleId))];
}

// First, because a check that reports every valid request fails most of the tests below.
test.each(operations)('no check reports the usual request for $id', ({ method, path }) => {
  expect(reportedIds({ request: `${method} ${path}` }), HINT_FOR_VALID_REQUESTS).toEqual([]);
});

describe.each(files)('$file', ({ file, check, examples = { fail: [], pass: [] } }) => {
  test('exports a check with the id of its file, a title, a fix and examples of both kinds', () => {
    expect(check?.id, `src/core/rules/checks/${file}: export a \`check\` whose id is the file name`).toBe(
      file.replace(/\.ts$/, ''),
    );
    expect(check?.title).toMatch(/^[A-Z][^.!]{3,45}$/);
    expect(check?.fix).toMatch(/^[A-Z].*\.$/);
    const hint = `src/core/rules/checks/${file}: export \`examples\` of both kinds, \`fail\` and \`pass\``;
    expect(examples.fail.length, hint).toBeGreaterThan(0);
    expect(examples.pass.length, hint).toBeGreaterThan(0);
  });

  test.each(examples.fail.map((example) => [JSON.stringify(example).slice(0, 120), example] as const))(
    'is the only check to report %s',
    (_, example) => {
      expect(reportedIds(example)).toEqual([check?.id]);
    },
  );

  test.each(examples.pass.map((example) => [JSON.stringify(example).slice(0, 120), example] as const))(
    'does not report %s',
    (_, example) => {
      expect(reportedIds(example)).not.toContain(check?.id);
    },
  );
});

test('runs the check of every file, in the order of `order`', () => {
  expect(allChecks.map(({ id }) => `${id}.ts`).sort()).toEqual(files.map(({ file }) => file).sort());
  const orders = allChecks.map(({ order = Number.MAX_SAFE_INTEGER }) => order);
  expect(orders).toEqual(orders.toSorted((a, b) => a - b));
});

function findingOf(id: string, example: Example) {
  const { exchange, log } = logOf(example);
  return runChecks(exchange, log).find((finding) => finding.ruleId === id);
}

test.each<[string, boolean, unknown, boolean]>([
  ['a success through a proxy', true, { name: '' }, true],
  ['a success from Xero’s host', false, { name: '' }, true],
  ['a Xero error inside a proxy’s 200', true, { error: { modelState: { 'model.Name': ['No'] } } }, false],
  ['a proxy’s HTML page with status 200', true, '<!doctype html><html></html>', false],
])('decides whether Xero accepted the request by %s', (_, viaProxy, body, accepted) => {
  const url = viaProxy ? 'https://app.example/api/projects.xro/2.0/Projects' : `${root}/Projects`;
  const seen = exchange({ method: 'POST', url, sent: { name: '' }, status: 200, body });
  const findings = runChecks(seen, [seen]);
  const emptyName = findings.find(({ ruleId }) => ruleId === 'string-empty');
  expect(emptyName).toMatchObject({ acceptedByXero: accepted, severity: accepted ? 'note' : 'error' });
  // A body that isn't the operation's response is not checked for fields.
  expect(findings.some(({ ruleId }) => ruleId === 'response-field-missing')).toBe(accepted);
});

const task = { chargeType: 'TIME', rate: { currency: 'NZD', value: 80 } };

test.each<[string, Example, 'error' | 'warning', 'certain' | 'likely', string]>([
  [
    'an empty project name',
    { request: 'PUT /Projects/{projectId}', requestBody: { name: '' } },
    'error',
    'certain',
    'documented',
  ],
  [
    'a blank project name',
    { request: 'PUT /Projects/{projectId}', requestBody: { name: ' ' } },
    'warning',
    'likely',
    'inferred',
  ],
  [
    'an empty task name',
    { request: 'POST /Projects/{projectId}/Tasks', requestBody: { ...task, name: '' } },
    'warning',
    'likely',
    'inferred',
  ],
])('reports %s with the certainty of its citation', (_, example, severity, certainty, basis) => {
  expect(findingOf('string-empty', example)).toMatchObject({ severity, certainty, citation: { basis } });
});

const shortId = '00000000-0000-0000-000-000000000000';
const newTask = 'POST /Projects/{projectId}/Tasks';

test.each<[string, Example]>([
  ['uuid-malformed', { request: 'POST /Projects', requestBody: { name: 'Attic', contactId: shortId } }],
  ['path-id-malformed', { request: `GET /Projects/${shortId}`, status: 500 }],
  ['query-value', { request: `GET /Projects?projectIds={projectId},${shortId}` }],
  ['field-missing', { request: newTask, requestBody: { status: 'INPROGRESS' } }],
  ['field-missing', { request: 'PUT /Projects/{projectId}/Tasks/{taskId}', requestBody: { status: 'INPROGRESS' } }],
])('%s only warns about mistakes that the specification’s own examples contain', (id, example) => {
  const finding = findingOf(id, example);
  expect(finding).toMatchObject({ severity: 'warning', citation: { title: expect.stringContaining('examples') } });
  expect(finding?.expected).toMatch(/example/);
});

test('field-missing is an error for a task that does not copy the example', () => {
  expect(findingOf('field-missing', { request: newTask, requestBody: { status: 'CLOSED' } })).toMatchObject({
    severity: 'error',
  });
});

test('query-unknown says that a parameter doesn’t filter only if someone has reported that', () => {
  const reported = findingOf('query-unknown', { request: 'GET /Projects?status=CLOSED' });
  expect(reported).toMatchObject({
    expected: expect.stringContaining('doesn’t filter'),
    citation: { basis: 'secondary' },
  });
  expect(findingOf('query-unknown', { request: 'GET /Projects?limit=5' })?.expected).toBe('perhaps `pageSize`');
});
