import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { operations } from '../../catalogue/operations.ts';
import { matchOperation } from '../match/match-operation.ts';
import { validateMapping } from './mappings.ts';
import { openSuggestions } from './pending-suggestions.ts';
import { suggestMapping, type UnmatchedRequest } from './suggest-mapping.ts';
import { createSuggestionTracker } from './suggestion-log.ts';

const id = '254553fa-2be8-4b22-8b0a-0f3b6a1f5c11';
const call = (url: string, more: Partial<UnmatchedRequest> = {}): UnmatchedRequest => ({
  method: 'GET',
  url,
  requestHeaders: [],
  answerHeaders: [],
  ...more,
});
const sent = { requestHeaders: ['accept', 'xero-tenant-id'] };
const came = { answerHeaders: ['x-minlimit-remaining'] };

test.each(operations)('with a header of Xero’s, the prefix of $id is certain, and mapped it is known', (row) => {
  const url = `https://app.example/back/end${row.path.replaceAll(/\{\w+\}/g, id).toLowerCase()}?page=1`;
  const found = suggestMapping(call(url, { method: row.method.toLowerCase(), ...sent }));
  expect(found).toEqual({
    prefix: 'https://app.example/back/end',
    certainty: 'certain',
    operation: row.id,
    header: 'xero-tenant-id',
  });
  expect(matchOperation(row.method, url, [found?.prefix ?? ''])?.operation).toBe(row.id);
});

test.each<[string, Partial<UnmatchedRequest>, string, string]>([
  [`https://a.example/api/projects/${id}/tasks`, {}, 'https://a.example/api', 'likely'],
  [`https://a.example/projects/${id}/time/${id}`, {}, 'https://a.example', 'likely'],
  ['https://a.example/api/ProjectsUsers', {}, 'https://a.example/api', 'likely'],
  ['http://localhost:3000/api/xero/projects', {}, 'http://localhost:3000/api/xero', 'likely'],
  ['https://xero-proxy.example/projects', {}, 'https://xero-proxy.example', 'likely'],
  [`https://a.example/api/projects/${id}`, {}, 'https://a.example/api', 'possible'],
  ['https://a.example/projects/projects', came, 'https://a.example/projects', 'certain'],
  ['http://localhost:3000/api/xero/sync', came, 'http://localhost:3000/api/xero', 'possible'],
])('%s %j stands below %s: %s', (url, more, prefix, certainty) => {
  expect(suggestMapping(call(url, more))).toMatchObject({ prefix, certainty });
});

test.each<[string, string, Partial<UnmatchedRequest>?]>([
  ['GitLab', 'https://gitlab.example/api/v4/projects/123'],
  ['GitLab’s lists', 'https://gitlab.example/api/v4/projects'],
  ['tasks by number', 'https://a.example/projects/123/tasks'],
  ['a method that the API lacks there', `https://a.example/projects/${id}/tasks`, { method: 'DELETE' }],
  ['a deeper path', `https://a.example/projects/${id}/tasks/${id}/comments`],
  ['Xero’s Accounting API behind a proxy', 'https://a.example/xero/api.xro/2.0/Invoices', sent],
  ['Xero’s own sites', `https://go.xero.com/app/projects/${id}/tasks`],
  ['a header alone', 'https://a.example/api/invoices', sent],
  ['a page of the app', 'https://a.example/app/xero/index.js'],
  ['the query of another', `https://a.example/?next=/projects/${id}/tasks`],
  ['what may be a secret', `https://a.example/eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.x/projects/${id}/tasks`],
  ['data', `data:text/plain,/projects/${id}/tasks`],
  ['an endless address', `https://a.example/${'x'.repeat(3_000)}/projects/${id}/tasks`],
])('is silent on %s', (_, url, more) => {
  expect(suggestMapping(call(url, more))).toBeUndefined();
});

test('no call makes it fail, and what it suggests is a mapping that can be used and does what it says', () => {
  const part = fc.oneof(
    fc.string(),
    fc.constantFrom('Projects', 'projects', id, 'tasks', 'Time', 'ProjectsUsers', 'xero', '..', '%'),
  );
  const path = fc.array(part, { maxLength: 8 }).map((parts) => `https://a.example/${parts.join('/')}`);
  const url = fc.oneof(path, fc.webUrl({ withQueryParameters: true }), fc.string(), fc.string({ unit: 'binary' }));
  const names = fc.array(fc.oneof(fc.string(), fc.constantFrom('xero-tenant-id', 'x-rate-limit-problem')), {
    maxLength: 3,
  });
  const method = fc.oneof(fc.constantFrom('GET', 'POST', 'put', 'DELETE'), fc.string());
  const property = fc.property(method, url, names, names, (method, url, requestHeaders, answerHeaders) => {
    const found = suggestMapping({ method, url, requestHeaders, answerHeaders });
    if (found === undefined) return;
    expect(validateMapping(found.prefix)?.severity).not.toBe('error');
    expect(matchOperation(method, url, [found.prefix])).toBeDefined();
    if (found.operation) expect(matchOperation(method, url, [found.prefix])?.operation).toBe(found.operation);
  });
  fc.assert(property, { numRuns: 500 });
});

describe('rememberSuggestions', () => {
  test('counts by prefix and keeps the surest of what it saw', () => {
    const seen = createSuggestionTracker();
    expect(seen.add(call('https://a.example/'))).toBe(false);
    expect(seen.add(call('https://a.example/x/Projects', sent))).toBe(true);
    seen.add(call(`https://a.example/x/Projects/${id}?secret=1`));
    expect(seen.all).toMatchObject([{ prefix: 'https://a.example/x', calls: 2, certainty: 'certain' }]);
    expect(JSON.stringify(seen.all)).not.toContain('secret');
  });

  test('stays small: the least sure goes first', () => {
    const seen = createSuggestionTracker();
    seen.add(call('https://sure.example/Projects', sent));
    for (let i = 0; i < 100; i++) seen.add(call(`https://a.example/${i}/projects/${id}`));
    expect(seen.all).toHaveLength(20);
    expect(seen.all[0]?.prefix).toBe('https://sure.example');
  });

  test('what is mapped or waved away is open no longer; the surest comes first', () => {
    const seen = createSuggestionTracker();
    for (const at of ['a', 'b', 'c']) seen.add(call(`https://${at}.example/projects/${id}/tasks`));
    seen.add(call('https://d.example/Projects', sent));
    const open = openSuggestions(seen.all, ['https://a.example'], ['https://b.example']);
    expect(open.map(({ prefix }) => prefix)).toEqual(['https://d.example', 'https://c.example']);
  });
});
