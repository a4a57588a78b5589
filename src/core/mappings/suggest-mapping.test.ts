import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { operations } from '../../catalogue/operations.ts';
import { matchOperation } from '../match/match-operation.ts';
import { validateMapping } from './mappings.ts';
import { openSuggestions } from './pending-suggestions.ts';
import { suggestMapping, type UnmatchedRequest } from './suggest-mapping.ts';
import { createSuggestionTracker } from './suggestion-log.ts';

const id = '254553fa-2be8-4b22-8b0a-0f3b6a1f5c11';
const request = (url: string, more: Partial<UnmatchedRequest> = {}): UnmatchedRequest => ({
  method: 'GET',
  url,
  requestHeaders: [],
  responseHeaders: [],
  ...more,
});
const sent = { requestHeaders: ['accept', 'xero-tenant-id'] };
const received = { responseHeaders: ['x-minlimit-remaining'] };

test.each(operations)(
  'with a Xero header, the prefix of $id is certain, and mapping it matches the operation',
  (row) => {
    const url = `https://app.example/back/end${row.path.replaceAll(/\{\w+\}/g, id).toLowerCase()}?page=1`;
    const found = suggestMapping(request(url, { method: row.method.toLowerCase(), ...sent }));
    expect(found).toEqual({
      prefix: 'https://app.example/back/end',
      certainty: 'certain',
      operation: row.id,
      header: 'xero-tenant-id',
    });
    expect(matchOperation(row.method, url, [found?.prefix ?? ''])?.operation).toBe(row.id);
  },
);

test.each<[string, Partial<UnmatchedRequest>, string, string]>([
  [`https://a.example/api/projects/${id}/tasks`, {}, 'https://a.example/api', 'likely'],
  [`https://a.example/projects/${id}/time/${id}`, {}, 'https://a.example', 'likely'],
  ['https://a.example/api/ProjectsUsers', {}, 'https://a.example/api', 'likely'],
  ['http://localhost:3000/api/xero/projects', {}, 'http://localhost:3000/api/xero', 'likely'],
  ['https://xero-proxy.example/projects', {}, 'https://xero-proxy.example', 'likely'],
  [`https://a.example/api/projects/${id}`, {}, 'https://a.example/api', 'possible'],
  ['https://a.example/plain/Projects?page=1', {}, 'https://a.example/plain', 'possible'],
  ['https://a.example/plain/projects', { method: 'POST' }, 'https://a.example/plain', 'possible'],
  [`https://a.example/plain/Projects/${id}`, { method: 'PATCH' }, 'https://a.example/plain', 'possible'],
  ['https://a.example/plain/projects?states=INPROGRESS,CLOSED', {}, 'https://a.example/plain', 'likely'],
  ['https://a.example/v1/Projects?projectIds=1', {}, 'https://a.example/v1', 'likely'],
  ['https://a.example/v1/Projects?CONTACTID=1', {}, 'https://a.example/v1', 'likely'],
  ['https://a.example/v1/projects?states=open', {}, 'https://a.example/v1', 'possible'],
  [`https://a.example/api/xero/projects/${id}/tasks`, {}, 'https://a.example/api/xero', 'likely'],
  ['https://a.example/api/xero/projects/create', { method: 'POST' }, 'https://a.example/api/xero', 'possible'],
  [`https://a.example/api/v4/projects/${id}`, sent, 'https://a.example/api/v4', 'certain'],
  ['https://a.example/projects/projects', received, 'https://a.example/projects', 'certain'],
  ['http://localhost:3000/api/xero/sync', received, 'http://localhost:3000/api/xero', 'possible'],
])('%s with %j suggests %s, %s', (url, more, prefix, certainty) => {
  expect(suggestMapping(request(url, more))).toMatchObject({ prefix, certainty });
});

test.each<[string, string, Partial<UnmatchedRequest>?]>([
  ['GitLab', 'https://gitlab.example/api/v4/projects/123'],
  ['GitLab’s lists', 'https://gitlab.example/api/v4/projects'],
  ['GitHub', 'https://api.github.com/orgs/acme/projects'],
  ['Jira behind any host', 'https://jira.example/rest/api/3/projects'],
  ['Asana', `https://app.asana.com/api/1.0/projects`],
  ['Todoist', 'https://api.todoist.com/rest/v2/projects'],
  ['Clockify', 'https://api.clockify.me/api/v1/workspaces/5e/projects?page=1'],
  ['Vercel', 'https://vercel.com/api/v9/projects'],
  ['a script of the app', 'https://a.example/src/xero/projects/page.js'],
  ['tasks by number', 'https://a.example/projects/123/tasks'],
  ['a method that the path does not support', `https://a.example/projects/${id}/tasks`, { method: 'DELETE' }],
  ['a deeper path', `https://a.example/projects/${id}/tasks/${id}/comments`],
  ['Xero’s Accounting API behind a proxy', 'https://a.example/xero/api.xro/2.0/Invoices', sent],
  ['Xero’s own site', `https://go.xero.com/app/projects/${id}/tasks`],
  ['only a header', 'https://a.example/api/invoices', sent],
  ['a page of the app', 'https://a.example/app/xero/index.js'],
  ['a path in a query', `https://a.example/?next=/projects/${id}/tasks`],
  ['a possible secret', `https://a.example/eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.x/projects/${id}/tasks`],
  ['a data URL', `data:text/plain,/projects/${id}/tasks`],
  ['a very long URL', `https://a.example/${'x'.repeat(3_000)}/projects/${id}/tasks`],
])('suggests nothing for %s', (_, url, more) => {
  expect(suggestMapping(request(url, more))).toBeUndefined();
});

test('accepts any request, and suggests only valid mappings that match it', () => {
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
  const property = fc.property(method, url, names, names, (method, url, requestHeaders, responseHeaders) => {
    const found = suggestMapping({ method, url, requestHeaders, responseHeaders });
    if (found === undefined) return;
    expect(validateMapping(found.prefix)?.severity).not.toBe('error');
    expect(matchOperation(method, url, [found.prefix])).toBeDefined();
    if (found.operation) expect(matchOperation(method, url, [found.prefix])?.operation).toBe(found.operation);
  });
  fc.assert(property, { numRuns: 500 });
});

describe('createSuggestionTracker', () => {
  test('counts requests by prefix and retains the most certain suggestion', () => {
    const tracker = createSuggestionTracker();
    expect(tracker.add(request('https://a.example/'))).toBe(false);
    expect(tracker.add(request('https://a.example/x/Projects', sent))).toBe(true);
    tracker.add(request(`https://a.example/x/Projects/${id}?secret=1`));
    tracker.add(request(`https://a.example/x/Projects/${id.replace('1', '2')}`));
    expect(tracker.all).toMatchObject([{ prefix: 'https://a.example/x', requestCount: 3, certainty: 'certain' }]);
    expect(tracker.all[0]?.requests.map(({ method, path, count }) => `${method} ${path} ${count}`)).toEqual([
      'GET /x/Projects 1',
      'GET /x/Projects/… 2',
    ]);
    expect(JSON.stringify(tracker.all)).not.toContain('secret');
  });

  test('is bounded, and evicts the least certain suggestion first', () => {
    const tracker = createSuggestionTracker();
    tracker.add(request('https://sure.example/Projects', sent));
    for (let i = 0; i < 100; i++) tracker.add(request(`https://a.example/${i}/projects/${id}`));
    expect(tracker.all).toHaveLength(20);
    expect(tracker.all[0]?.prefix).toBe('https://sure.example');
  });

  test('openSuggestions omits mapped and dismissed ones and sorts by certainty', () => {
    const tracker = createSuggestionTracker();
    for (const at of ['a', 'b', 'c']) tracker.add(request(`https://${at}.example/projects/${id}/tasks`));
    tracker.add(request('https://d.example/Projects', sent));
    const open = openSuggestions(tracker.all, ['https://a.example'], ['https://b.example']);
    expect(open.map(({ prefix }) => prefix)).toEqual(['https://d.example', 'https://c.example']);
  });
});
