import { describe, expect, test } from 'vitest';
import { logOf } from '../../../testing/example.ts';
import { diagnose } from '../../diagnose/diagnose.ts';
import type { Example } from '../check-support/check.ts';
import { runChecks } from '../run-checks/run-checks.ts';
import { allCauses } from './all.ts';
import { likelyCauses } from './likely-causes.ts';

function causesOf(example: Example) {
  const { exchange, log } = logOf(example);
  return likelyCauses(exchange, diagnose(exchange), runChecks(exchange, log), log);
}

const other = '70784a63-d24b-46a9-a4db-0e70a274b056';
const otherProject = '4f2b1c9d-7a63-4e0f-8d2a-6c5b3e9f1a07';
const page = { page: 1, pageSize: 50, pageCount: 1, itemCount: 1 };
const listOf = (item: object) => ({ pagination: page, items: [item] });
const project = { projectId: '254553fa-2be8-4991-bd5e-70a97ea12ef8', name: 'New kitchen' };
const task = { taskId: 'c5bf9e3f-7d68-4a1b-9b5f-1a6f0f4b2d3c', projectId: project.projectId, name: 'Plumbing' };
const users = listOf({ userId: 'a3c9f5d2-1b7e-4c86-9d04-7f2e8b5a6c13', name: 'Sam', email: 'sam@acme.example' });
const time = '3cd35eca-704f-4bca-b258-236028ae8ed1';
const timeThat = (status: string) => ({ timeEntryId: time, taskId: task.taskId, projectId: project.projectId, status });
const putTime = 'PUT /Projects/{projectId}/Time/{timeEntryId}';
const deleteTask = 'DELETE /Projects/{projectId}/Tasks/{taskId}';
const taskThat = (shown: object) => [
  { request: 'GET /Projects/{projectId}/Tasks/{taskId}', responseBody: { ...task, ...shown }, secondsBefore: 20 },
];
const problem = (Detail: string, Status: number) => ({ Type: null, Title: 'Error', Status, Detail, Instance: '' });
const refused = { status: 403, responseBody: problem('AuthenticationUnsuccessful', 403) };
const throughProxy = { viaProxy: true, token: null, headers: { 'xero-tenant-id': null } } as const;
const unscoped = { status: 401, responseBody: problem('AuthorizationUnsuccessful', 401) };

const table: readonly [sentence: string, Example, id: string, says: RegExp, relatedIds: readonly number[]][] = [
  [
    'a project that was listed for another tenant',
    {
      request: 'GET /Projects/{projectId}',
      status: 404,
      before: [{ headers: { 'xero-tenant-id': other }, responseBody: listOf(project), secondsBefore: 20 }],
    },
    'wrong-tenant',
    /New kitchen.* was returned for tenant `70784a63.*This request is for tenant `e1eede29/,
    [1],
  ],
  [
    'a user who is not in the last list of users',
    {
      request: 'POST /Projects/{projectId}/Time',
      status: 404,
      before: [{ request: 'GET /ProjectsUsers', responseBody: users, secondsBefore: 20 }],
    },
    'user-not-listed',
    /isn’t in the list that `ProjectsUsers` returned.*\(1 user\)/,
    [1],
  ],
  [
    'a task of another project',
    {
      request: `POST /Projects/${otherProject}/Time`,
      status: 404,
      before: [{ request: 'GET /Projects/{projectId}/Tasks', responseBody: listOf(task), secondsBefore: 20 }],
    },
    'task-of-another-project',
    /Plumbing.*was in project `254553fa/,
    [1],
  ],
  [
    'a record that was deleted before',
    {
      request: 'GET /Projects/{projectId}/Tasks/{taskId}',
      status: 404,
      before: [{ request: 'DELETE /Projects/{projectId}/Tasks/{taskId}', status: 204, secondsBefore: 20 }],
    },
    'already-deleted',
    /This record was deleted at \d\d:\d\d:\d\d/,
    [1],
  ],
  [
    'a project that is not in the complete list',
    {
      request: `GET /Projects/${otherProject}`,
      status: 500,
      before: [{ responseBody: listOf(project), secondsBefore: 20 }],
    },
    'project-not-listed',
    /isn’t in the list that `getProjects` returned.*\(1 project\).*500/,
    [1],
  ],
  [
    'a token from before the scope was added',
    {
      ...unscoped,
      token: { scopes: ['accounting.contacts'], expiresInMs: 60_000 },
      before: [{ token: { fingerprint: 'ffffffff', expiresInMs: 1_700_000 }, status: 200, secondsBefore: 20 }],
    },
    'scope-added-later',
    /`ffffffff`.* before it was added/,
    [1],
  ],
  ['a token without the scope', { ...unscoped, token: { scopes: [] } }, 'failed-check', /has no scopes/, []],
  ['a token with the scope', unscoped, 'scope-granted', /has the scope `projects`/, []],
  [
    'a request that works with another token',
    {
      status: 401,
      responseBody: problem('AuthenticationUnsuccessful', 401),
      before: [{ token: { fingerprint: 'ffffffff' }, status: 200, secondsBefore: 120 }],
    },
    'other-token-works',
    /worked at \d\d:\d\d:\d\d with token `ffffffff`/,
    [1],
  ],
  [
    'no tenant',
    { ...refused, headers: { 'xero-tenant-id': null } },
    'failed-check',
    /has no `Xero-Tenant-Id` header/,
    [],
  ],
  [
    'an empty list of connections',
    {
      ...refused,
      before: [{ request: 'GET https://api.xero.com/connections', status: 200, responseBody: [], secondsBefore: 20 }],
    },
    'no-connections',
    /returned an empty list/,
    [1],
  ],
  [
    'a connection that was to be deleted by its sign-in',
    {
      ...refused,
      request: `DELETE https://api.xero.com/connections/${otherProject}`,
      headers: { 'xero-tenant-id': null },
      before: [
        {
          request: 'GET https://api.xero.com/connections',
          responseBody: [{ id: other, authEventId: otherProject, tenantId: other, tenantName: 'Globex Pty' }],
          secondsBefore: 20,
        },
      ],
    },
    'deleted-by-auth-event',
    /is the `authEventId` of a connection/,
    [1],
  ],
  [
    'a rate in another currency than the project’s',
    {
      request: 'POST /Projects/{projectId}/Tasks',
      status: 400,
      before: [{ responseBody: listOf({ ...project, currencyCode: 'SGD' }), secondsBefore: 20 }],
    },
    'rate-currency-differs',
    /`rate.currency` is `NZD`, but the project’s `currencyCode` was `SGD`/,
    [1],
  ],
  [
    'a tenant that is not connected',
    {
      ...refused,
      before: [
        {
          request: 'GET https://api.xero.com/connections',
          responseBody: [{ id: other, tenantId: other, tenantName: 'Globex Pty' }],
          secondsBefore: 20,
        },
      ],
    },
    'tenant-not-connected',
    /isn’t in the list that `\/connections` returned.*\(1 tenant\)/,
    [1],
  ],
  [
    'a token that a proxy adds and that has expired',
    {
      ...throughProxy,
      status: 401,
      responseBody: problem('TokenExpired: token expired at 11/22/2026 09:22:02', 401),
      before: [40, 30, 20].map((secondsBefore) => ({ ...throughProxy, status: 200, secondsBefore })),
    },
    'added-by-proxy',
    /^Your proxy adds the token\. This last worked at 14:02:21$/,
    [3],
  ],
  [
    'a token that works for another tenant',
    { ...refused, before: [{ headers: { 'xero-tenant-id': other }, status: 200, secondsBefore: 20 }] },
    'token-works-elsewhere',
    /the problem is the tenant, not the token/,
    [1],
  ],
  [
    'another tenant that works through a proxy, which adds the token and responds with 304',
    {
      ...refused,
      viaProxy: true,
      token: null,
      before: [{ viaProxy: true, token: null, headers: { 'xero-tenant-id': other }, status: 304, secondsBefore: 20 }],
    },
    'token-works-elsewhere',
    /A request through the same proxy worked for tenant `70784a63/,
    [1],
  ],
  [
    'a tenant that worked before',
    { ...refused, before: [{ status: 200, secondsBefore: 20 }] },
    'tenant-worked-before',
    /the same token/,
    [1],
  ],
  [
    'a read that worked before',
    { status: 500, before: [{ status: 200, secondsBefore: 20 }] },
    'worked-before',
    /may be temporary/,
    [1],
  ],
  [
    'an invoiced time entry',
    {
      request: putTime,
      before: [
        { request: 'GET /Projects/{projectId}/Time', responseBody: listOf(timeThat('INVOICED')), secondsBefore: 20 },
      ],
    },
    'record-locked',
    /^At \d\d:\d\d:\d\d, this record had the status INVOICED: only an ACTIVE time entry can be changed/,
    [1],
  ],
  [
    'a locked task',
    { request: 'PUT /Projects/{projectId}/Tasks/{taskId}', before: taskThat({ status: 'LOCKED' }) },
    'record-locked',
    /LOCKED.*changing state/,
    [1],
  ],
  [
    'a task that has time on it',
    { request: deleteTask, before: taskThat({ status: 'ACTIVE', totalMinutes: 5 }) },
    'record-locked',
    /, this record had time logged: /,
    [1],
  ],
  [
    'a task that may have time on it',
    { request: deleteTask, before: taskThat({ status: 'ACTIVE', totalMinutes: 0 }) },
    'record-locked',
    /may not allow this: a task that has time logged can’t be deleted$/,
    [],
  ],
  ['a time entry that was not shown', { request: putTime }, 'record-locked', /state may not allow this/, []],
  [
    'a list that is not found',
    { status: 404 },
    'projects-not-enabled',
    /plan may not include Projects.*demo company/,
    [],
  ],
  [
    'a tenant that only Projects refuses',
    {
      ...refused,
      before: [{ request: 'GET https://api.xero.com/api.xro/2.0/Organisation', status: 200, secondsBefore: 20 }],
    },
    'projects-not-enabled',
    /but another Xero API has/,
    [1],
  ],
  [
    'a key of another request',
    {
      request: 'POST /Projects',
      responseBody: { message: 'The idempotency key is used with a different request' },
      status: 400,
      before: [{ request: 'POST /Projects', requestBody: { name: 'Another' }, status: 400, secondsBefore: 20 }],
    },
    'failed-check',
    /with another body/,
    [1],
  ],
];

describe('likelyCauses', () => {
  test.each(table)('names %s', (_, example, id, says, rests) => {
    const cause = causesOf(example)[0];
    expect(cause).toMatchObject({ ruleId: id, relatedIds: rests });
    expect(cause?.observed).toMatch(says);
    expect(cause?.fix).toMatch(/^[A-Z].*\.$/);
  });

  test('has an example for every rule', () => {
    const named = new Set(table.map(([, , id]) => id));
    expect(allCauses.map(({ id }) => id).filter((id) => !named.has(id))).toEqual([]);
  });

  test('counts a user once, however often the list has them', () => {
    const [sam] = users.items;
    const [cause] = causesOf({
      request: 'POST /Projects/{projectId}/Time',
      status: 404,
      before: [{ request: 'GET /ProjectsUsers', responseBody: { ...users, items: [sam, sam] }, secondsBefore: 20 }],
    });
    expect(cause?.observed).toMatch(/isn’t in the list that `ProjectsUsers` returned.*\(1 user\)/);
    expect(cause?.fix).toMatch(/email.*at least Limited/);
  });

  test('is not certain that a 404 is due to the deletion, because only others report it', () => {
    const [cause] = causesOf({
      request: 'GET /Projects/{projectId}/Tasks/{taskId}',
      status: 404,
      before: [{ request: 'DELETE /Projects/{projectId}/Tasks/{taskId}', status: 204, secondsBefore: 20 }],
    });
    expect(cause).toMatchObject({ certainty: 'likely', citation: { basis: 'secondary' } });
  });

  const noTenant = { headers: { 'xero-tenant-id': null }, ...refused };
  const invalidToken = { status: 401, responseBody: problem('AuthenticationUnsuccessful', 401) };
  test.each<[string, Example, string, string]>([
    ['tenant, refused by Xero', noTenant, 'tenant-missing', 'certain'],
    ['tenant, refused behind a proxy that may add it', { ...noTenant, viaProxy: true }, 'tenant-missing', 'possible'],
    [
      'tenant, refused by an unknown server',
      { ...noTenant, viaProxy: true, responseBody: { error: 'Invalid CSRF token' } },
      'tenant-missing',
      'possible',
    ],
    ['token, refused by Xero', { token: null, ...invalidToken }, 'token-missing', 'certain'],
    [
      'token, refused behind a proxy that may add it',
      { token: null, viaProxy: true, ...invalidToken },
      'token-missing',
      'possible',
    ],
  ])('is only as certain as possible of a missing %s', (_, example, id, certainty) => {
    const [cause] = causesOf(example);
    expect(cause).toMatchObject({ finding: { ruleId: id }, certainty });
  });

  test('is certain if Xero names the field of a finding', () => {
    const [first, second] = causesOf({
      request: 'POST /Projects',
      requestBody: { name: '', contactId: '42' },
      status: 400,
      responseBody: { message: 'The request is invalid.', modelState: { 'model.ContactId': ['Error converting'] } },
    });
    expect(first).toMatchObject({ finding: { ruleId: 'uuid-malformed' }, certainty: 'certain' });
    expect(second).toMatchObject({ finding: { ruleId: 'string-empty' }, certainty: 'likely' });
  });

  test.each<[string, Example]>([
    ['a success', { responseBody: {} }],
    ['a limit', { status: 429 }],
    ['a 404 that no server of Xero’s may have written', { viaProxy: true, status: 404, responseBody: '<html></html>' }],
    ['a refusal of unknown cause', { request: 'GET /Projects/{projectId}', status: 404 }],
    ['a 403 for a tenant without other requests', { ...refused, request: 'GET /ProjectsUsers' }],
    [
      'a refused change of time that was shown as ACTIVE',
      {
        request: putTime,
        before: [
          { request: 'GET /Projects/{projectId}/Time', responseBody: listOf(timeThat('ACTIVE')), secondsBefore: 20 },
        ],
      },
    ],
    [
      'a user who is listed',
      {
        request: 'POST /Projects/{projectId}/Time',
        requestBody: {
          userId: 'A3C9F5D2-1b7e-4c86-9d04-7f2e8b5a6c13',
          taskId: '{taskId}',
          dateUtc: '2026-11-20T00:00:00Z',
          duration: 1,
        },
        status: 404,
        before: [{ request: 'GET /ProjectsUsers', responseBody: users, secondsBefore: 20 }],
      },
    ],
    [
      'a user beyond the first page',
      {
        request: 'POST /Projects/{projectId}/Time',
        status: 404,
        before: [
          {
            request: 'GET /ProjectsUsers',
            responseBody: { ...users, pagination: { ...page, pageCount: 2 } },
            secondsBefore: 20,
          },
        ],
      },
    ],
    [
      'a project that is not in the filtered list',
      {
        request: `GET /Projects/${otherProject}`,
        status: 404,
        before: [{ request: 'GET /Projects?states=CLOSED', responseBody: listOf(project), secondsBefore: 20 }],
      },
    ],
  ])('names none for %s', (_, example) => {
    expect(causesOf(example)).toEqual([]);
  });

  test('sorts certain causes before likely and possible ones', () => {
    const causes = causesOf({
      ...refused,
      headers: { 'xero-tenant-id': null },
      before: [{ headers: { 'xero-tenant-id': other }, status: 200, secondsBefore: 20 }],
    });
    expect(causes.map(({ certainty }) => certainty)).toEqual(['certain', 'likely']);
  });
});
