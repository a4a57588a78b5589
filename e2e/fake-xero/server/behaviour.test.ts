// The local server does what the Projects API is documented and recorded to do.

import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { TokenOptions } from '../gateway/tokens.ts';
import { operations, route } from '../operations/operations.ts';
import { ids } from '../operations/seed.ts';
import { callAllOperations, sdkOperations } from '../sdk/sdk.ts';
import { startXero, type Xero } from './server.ts';

let xero: Xero;
let nowMs = Date.UTC(2026, 10, 22, 9, 0, 0);
beforeAll(async () => {
  xero = await startXero({ now: () => nowMs });
});
beforeEach(() => xero.control.reset());
afterAll(() => xero.close());

interface CallOptions {
  readonly body?: unknown;
  readonly token?: string;
  readonly headers?: Record<string, string>;
}

/** Sends a request below the API root, through the proxy that a page would use. A header with the value `''` is omitted. */
async function send(method: string, path: string, { body, token = xero.token(), headers = {} }: CallOptions = {}) {
  const all = { Authorization: `Bearer ${token}`, 'Xero-Tenant-Id': ids.tenant, ...headers };
  const response = await fetch(`http://127.0.0.1:${xero.appPort}/projects.xro/2.0${path}`, {
    method,
    headers: Object.fromEntries(Object.entries(all).filter(([, value]) => value !== '')),
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text };
}

const tasks = `/Projects/${ids.project}/Tasks`;
const time = `/Projects/${ids.project}/Time`;
const rate = { currency: 'NZD', value: 90 };
const task = { name: 'Painting', rate, chargeType: 'TIME' };
const entry = { userId: ids.user, taskId: ids.task, dateUtc: '2026-11-20T00:00:00Z', duration: 30 };
const project = { name: 'Attic', contactId: ids.contact };

test.each([
  ['POST', '/Projects', {}, ['model.Name', 'model.ContactId']],
  ['POST', '/Projects', { ...project, name: ' ' }, ['model.Name']],
  ['PUT', `/Projects/${ids.project}`, { name: '' }, ['model.Name']],
  [
    'POST',
    '/Projects',
    { ...project, estimateAmount: 'much', deadlineUtc: 'soon' },
    ['model.EstimateAmount', 'model.DeadlineUtc'],
  ],
  ['PATCH', `/Projects/${ids.project}`, { status: 'DRAFT' }, ['model.Status']],
  ['POST', tasks, { ...task, name: 'x'.repeat(101), estimateMinutes: 0 }, ['model.Name', 'model.EstimateMinutes']],
  ['POST', tasks, {}, ['model.Name', 'model.Rate', 'model.ChargeType']],
  ['POST', tasks, { ...task, rate: { currency: 'Kiwi', value: 'a lot' } }, ['model.Rate.Value', 'model.Rate.Currency']],
  ['POST', time, { ...entry, duration: 59_941 }, ['model.Duration']],
  ['POST', time, { userId: 'me' }, ['model.UserId', 'model.TaskId', 'model.DateUtc', 'model.Duration']],
  ['GET', '/Projects?page=0&pageSize=501', undefined, ['page', 'pageSize']],
  ['POST', '/Projects', '{', ['model']],
])('%s %s with %j is rejected with errors at %j', async (method, path, body, keys) => {
  const { status, text } = await send(method, path, { body });
  expect({ status, ...JSON.parse(text) }).toMatchObject({ status: 400, message: 'The request is invalid.' });
  expect(Object.keys(JSON.parse(text).modelState)).toEqual(keys);
});

test('the documented rejection has the documented messages', async () => {
  const { text } = await send('POST', '/Projects', { body: { name: '' } });
  expect(JSON.parse(text).modelState).toEqual({
    'model.Name': ['The Project Name cannot be empty'],
    'model.ContactId': ['The ContactId cannot be null or empty'],
  });
});

test.each([
  ['an unknown project', 'GET', `/Projects/${ids.unknown}`, undefined, 404],
  ['an unknown path', 'GET', '/NoSuchPath', undefined, 404],
  ['a path in another case', 'GET', `/projects/${ids.project.toUpperCase()}/tasks`, undefined, 200],
  ['an unknown user', 'POST', time, { ...entry, userId: ids.unknown }, 404],
  ['a task of another project', 'POST', time, { ...entry, taskId: ids.invoicedTask }, 404],
  ['a method that no operation has', 'PROPFIND', `/Projects/${ids.project}`, undefined, 405],
  ['the deletion of a task with time', 'DELETE', `${tasks}/${ids.task}`, undefined, 400],
  ['the deletion of a task without', 'DELETE', `${tasks}/${ids.freeTask}`, undefined, 204],
  ['a change of invoiced time', 'PUT', `${time}/${ids.invoicedTime}`, entry, 400],
  ['a change of a task', 'PUT', `${tasks}/${ids.task}`, task, 204],
  ['a numeric amount in quotes', 'POST', '/Projects', { ...project, estimateAmount: '99.99' }, 200],
])('%s gets the documented status', async (_, method, path, body, status) => {
  expect((await send(method, path, { body })).status).toBe(status);
});

test('a description that a PUT omits is cleared', async () => {
  await send('PUT', `${time}/${ids.timeEntry}`, { body: entry });
  const { text } = await send('GET', `${time}/${ids.timeEntry}`);
  expect(JSON.parse(text)).toMatchObject({ duration: 30, description: null });
});

test('lists come in pages', async () => {
  const { text } = await send('GET', '/Projects?states=INPROGRESS&page=2&pageSize=1');
  const { pagination, items } = JSON.parse(text);
  expect(pagination).toEqual({ page: 2, pageSize: 1, pageCount: 2, itemCount: 2 });
  expect(items).toMatchObject([{ projectId: ids.fixedProject, status: 'INPROGRESS' }]);
});

test.each([
  ['no token', { headers: { Authorization: '' } }, 401, 'AuthenticationUnsuccessful'],
  ['a garbled token', { token: 'bad_token' }, 401, 'AuthenticationUnsuccessful'],
  ['an expired token', { expiresInSeconds: -60 }, 401, 'TokenExpired: token expired at 11/22/2026 08:59:00'],
  ['a token without the scope', { scopes: ['projects.read'] }, 401, 'AuthorizationUnsuccessful'],
  ['no tenant', { headers: { 'Xero-Tenant-Id': '' } }, 403, 'AuthenticationUnsuccessful'],
  ['a connection for a tenant', { headers: { 'Xero-Tenant-Id': ids.connection } }, 403, 'AuthenticationUnsuccessful'],
])(
  '%s is rejected in the envelope of the gateway',
  async (_, { token, headers = {}, ...options }: CallOptions & TokenOptions, status, detail) => {
    nowMs = Date.UTC(2026, 10, 22, 9, 0, 0);
    const rejected = await send('POST', '/Projects', { body: project, token: token ?? xero.token(options), headers });
    const envelope = JSON.parse(rejected.text);
    expect(rejected.status).toBe(status);
    expect(envelope).toMatchObject({ Type: null, Status: status, Detail: detail, Extensions: {} });
    expect(rejected.headers.get('xero-correlation-id')).toBe(envelope.Instance);
    expect(rejected.headers.get('x-minlimit-remaining')).toBeNull();
  },
);

test('a read needs only the scope for reading', async () => {
  expect((await send('GET', '/Projects', { token: xero.token({ scopes: ['projects.read'] }) })).status).toBe(200);
});

test('the sixty-first request of a minute is rejected until the window ends', async () => {
  const first = await send('GET', '/Projects');
  expect(first.headers.get('x-minlimit-remaining')).toBe('59');
  for (let more = 0; more < 59; more += 1) await send('GET', '/Projects');
  nowMs += 37_400;
  const { status, text, headers } = await send('GET', '/Projects');
  expect([status, text, headers.get('retry-after')]).toEqual([429, '', '23']);
  expect(headers.get('x-rate-limit-problem')).toBe('minute');
  expect(headers.get('x-daylimit-remaining')).toBe('4940');
  expect((await send('GET', '/Projects', { headers: { 'Xero-Tenant-Id': ids.otherTenant } })).status).toBe(200);
  nowMs += 23_000;
  expect((await send('GET', '/Projects')).headers.get('x-minlimit-remaining')).toBe('59');
});

test.each([
  ['day', { day: 1 }, '86400', { 'x-daylimit-remaining': '0', 'x-minlimit-remaining': '59' }],
  ['appminute', { appMinute: 1 }, '60', { 'x-appminlimit-remaining': '0' }],
])('the headers name the limit %s', async (problem, limits, retryAfter, counters) => {
  const strict = await startXero({ now: () => nowMs, limits });
  const headers = { Authorization: `Bearer ${strict.token()}`, 'Xero-Tenant-Id': ids.tenant };
  const get = () => fetch(`http://127.0.0.1:${strict.appPort}/projects.xro/2.0/Projects`, { headers });
  await get();
  const rejected = await get();
  await strict.close();
  expect(rejected.status).toBe(429);
  expect(Object.fromEntries(rejected.headers)).toMatchObject({
    'x-rate-limit-problem': problem,
    'retry-after': retryAfter,
    ...counters,
  });
});

test('three of eight concurrent requests are rejected, without a time to wait', async () => {
  // Long enough for all eight to arrive on a busy machine before the first response is sent.
  xero.control.latency(1_500);
  const responses = await Promise.all(Array.from({ length: 8 }, () => send('GET', '/Projects')));
  const rejected = responses.filter(({ status }) => status === 429);
  expect(rejected.map(({ headers }) => headers.get('x-rate-limit-problem'))).toEqual(Array(3).fill('concurrent'));
  expect(rejected.map(({ headers }) => headers.get('retry-after'))).toEqual([null, null, null]);
});

test('a key repeats the first response for six minutes, even a rejection, and rejects a different request', async () => {
  const sendWithKey = async (body: unknown, method = 'POST') => {
    const { status, text } = await send(method, '/Projects', { body, headers: { 'Idempotency-Key': 'k1' } });
    return { status, text };
  };
  const first = await sendWithKey(project);
  expect(await sendWithKey(project)).toEqual(first);
  expect(await sendWithKey({ ...project, name: 'Roof' })).toEqual({
    status: 400,
    text: 'Idempotency Key k1 is used with a different request.',
  });
  expect((await sendWithKey(undefined, 'GET')).status).toBe(200);
  nowMs += 6 * 60_000;
  const rejection = await sendWithKey({});
  expect(rejection.status).toBe(400);
  expect(await sendWithKey({})).toEqual(rejection);
});

test('a preflight gets a 404, and no origin is allowed', async () => {
  const { status, headers } = await send('OPTIONS', '/Projects', { headers: { Origin: 'http://localhost' } });
  expect(status).toBe(404);
  expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
});

test("Xero's own SDK gets a success from every operation that it has", async () => {
  const recordings = await callAllOperations(xero);
  expect(recordings.map(({ operationId }) => operationId).sort()).toEqual([...sdkOperations].sort());
  for (const { operationId, method, url, status } of recordings) {
    expect(method).toBe(operations[operationId].method);
    expect(route(method, new URL(url).pathname)).toMatchObject({ operationId });
    expect(status).toBe(method === 'GET' || method === 'POST' ? 200 : 204);
  }
});
