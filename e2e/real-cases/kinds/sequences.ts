// Writes that may exist twice, needless reads, refreshes that add no scope, and requests sent while a wait ran.

import type { Case, Verdict } from '../verdict.ts';

type Step = Extract<Case['input'], { sequence: unknown }>['sequence'][number];

const root = 'https://api.xero.com/projects.xro/2.0';
const project = '00000000-0000-4000-8000-000000000001';
const json = { 'content-type': 'application/json; charset=utf-8' };

/** Only the claims are read. */
function jwt(id: string, scope: readonly string[]): string {
  const times = { nbf: 1_795_996_800, exp: 1_796_083_200 };
  const claims = { iss: 'https://identity.xero.com', ...times, client_id: 'c', jti: id, scope };
  return `Bearer eyJhbGciOiJSUzI1NiJ9.${btoa(JSON.stringify(claims)).replace(/=+$/, '')}.c2ln`;
}

const headers = {
  authorization: jwt('1', ['offline_access', 'projects']),
  'xero-tenant-id': '00000000-0000-4000-8000-000000000006',
  accept: 'application/json',
};

function get(path: string, response: Partial<Step> = {}): Step {
  return {
    method: 'GET',
    url: `${root}${path}`,
    requestHeaders: headers,
    requestBody: null,
    status: 200,
    responseHeaders: json,
    responseBody: `{"projectId":"${project}","contactId":"${project}","name":"NY-204","currencyCode":"SGD","status":"INPROGRESS"}`,
    ...response,
  };
}

const task = '{"name":"Transport","rate":{"currency":"SGD","value":1},"chargeType":"FIXED","estimateMinutes":1}';

function post(key: string | undefined, response: Partial<Step> = {}): Step {
  return {
    method: 'POST',
    url: `${root}/Projects/${project}/Tasks`,
    requestHeaders: {
      ...headers,
      'content-type': 'application/json',
      ...(key === undefined ? {} : { 'idempotency-key': key }),
    },
    requestBody: task,
    status: 200,
    responseHeaders: json,
    responseBody: '{"taskId":"00000000-0000-4000-8000-000000000020","name":"Transport"}',
    ...response,
  };
}

const created = (n: number) => ({
  responseBody: `{"taskId":"00000000-0000-4000-8000-0000000000${20 + n}","name":"Transport"}`,
});
const noResponse = { status: null, responseHeaders: {}, responseBody: null };
const gateway = (status: number) => ({
  status,
  responseHeaders: { 'content-type': 'text/html' },
  responseBody: `<html><head><title>${status} Gateway</title></head></html>`,
});
const minute = (retryAfter: number) => ({
  status: 429,
  responseHeaders: { 'retry-after': `${retryAfter}`, 'x-rate-limit-problem': 'minute' },
  responseBody: '',
});
const scopeMissing = (token: string): Partial<Step> => ({
  requestHeaders: { ...headers, authorization: token },
  status: 401,
  responseHeaders: { 'content-type': 'application/json' },
  responseBody:
    '{"Type":null,"Title":"Unauthorized","Status":401,"Detail":"AuthorizationUnsuccessful","Extensions":{}}',
});

const duplicate = { findings: ['duplicate-write'], noFindings: ['recovered'], neverSays: [/Recovered/] };
const success = { diagnosis: 'success', retry: 'not-needed' } as const;

function sequence(name: string, steps: readonly Step[], verdict: Verdict): Case {
  return { name, input: { sequence: steps }, verdict };
}

const times = (count: number, step: (i: number) => Step) => Array.from({ length: count }, (_, i) => step(i));
const own = ['duplicate-write', 'read-after-create', 'refreshed-without-scope', 'retried-too-early'];

export const cases: readonly Case[] = [
  sequence('a new key after a 502 of the gateway', [post('a', gateway(502)), post('b')], {
    diagnosis: 'success',
    retry: 'read-back',
    ...duplicate,
  }),
  sequence('a new key after a broken connection', [post('a', noResponse), post('b', { afterMs: 30_000 })], {
    diagnosis: 'success',
    retry: 'read-back',
    ...duplicate,
  }),
  sequence('no key, and a 504 twice', [post(undefined, gateway(504)), post(undefined, gateway(504)), post(undefined)], {
    diagnosis: 'success',
    retry: 'read-back',
    ...duplicate,
  }),
  sequence('a key that was added for the second try', [post(undefined, gateway(504)), post('b')], {
    diagnosis: 'success',
    retry: 'read-back',
    ...duplicate,
    says: [/without a shared Idempotency-Key/],
  }),
  sequence('new keys, and no response either time', [post('a', gateway(504)), post('b', gateway(504))], {
    diagnosis: 'gateway-error',
    retry: 'back-off',
    ...duplicate,
    says: [/Read the record back first/],
    neverSays: [/nothing is written twice/],
  }),
  sequence(
    'a POST repeated because its 200 was mistaken for a failure',
    times(4, (i) => post(undefined, created(i))),
    {
      ...success,
      findings: ['duplicate-write'],
      says: [/created 4 records/, /Treat 200 and 201 as success/],
    },
  ),
  sequence(
    'the same with a new key each time',
    times(3, (i) => post(`k${i}`, created(i))),
    {
      ...success,
      findings: ['duplicate-write'],
      says: [/created 3 records/],
    },
  ),
  sequence('one key for both tries', [post('a', gateway(504)), post('a')], {
    ...success,
    findings: ['recovered'],
    noFindings: own,
  }),
  sequence('a new key after a rejection that wrote nothing', [post('a', minute(1)), post('b', { afterMs: 3_000 })], {
    ...success,
    findings: ['recovered'],
    noFindings: own,
  }),
  sequence(
    'thirty reads of a task that its POST returned',
    [
      post('a'),
      ...times(30, (i) => get(`/projects/${project}/tasks/00000000-0000-4000-8000-000000000020`, { afterMs: 500 + i })),
    ],
    {
      ...success,
      findings: ['read-after-create'],
      noFindings: ['polling', 'duplicate-reads', 'n-plus-one-reads'],
      says: [/30 requests read what the response to a POST already contained/],
    },
  ),
  sequence(
    'a read after each of six POSTs',
    times(6, (i) => post(`k${i}`, { ...created(i), requestBody: task.replace('Transport', `T${i}`) })).flatMap(
      (each, i) => [each, get(`/Projects/${project}/Tasks/00000000-0000-4000-8000-0000000000${20 + i}`)],
    ),
    { ...success, findings: ['read-after-create'], noFindings: ['n-plus-one-reads'] },
  ),
  sequence(
    'one read after a POST',
    [post('a'), get(`/Projects/${project}/Tasks/00000000-0000-4000-8000-000000000020`)],
    {
      ...success,
      noFindings: own,
    },
  ),
  sequence(
    'a refresh loop without the scope',
    times(4, (i) => get('/Projects', scopeMissing(jwt(`${i}`, ['accounting.settings', 'offline_access'])))),
    {
      diagnosis: 'scope-or-plan-missing',
      retry: 'fix-first',
      findings: ['refreshed-without-scope'],
      noFindings: ['recovered'],
      says: [/with 4 tokens that have the same scopes/, /Stop refreshing/],
    },
  ),
  sequence(
    'a rejected scope, then consent for it',
    [get('/Projects', scopeMissing(jwt('1', ['accounting.settings']))), get('/Projects')],
    { ...success, noFindings: own },
  ),
  sequence(
    '24 requests to other addresses while a wait ran',
    [
      get('/Projects?page=1', minute(40)),
      ...times(24, (i) => get(`/Projects/${project}/Time?page=${i + 1}`, { afterMs: 1_000, ...minute(38 - i) })),
    ],
    {
      diagnosis: 'rate-limit-minute',
      retry: 'wait',
      seconds: 15,
      findings: ['retried-too-early'],
      says: [/24 requests were sent before \d\d:\d\d:\d\d/, /Pause every request for this organisation/],
    },
  ),
  sequence(
    'a write to another URL while the day limit is used up',
    [
      get('/Projects', {
        status: 429,
        responseHeaders: { 'retry-after': '3600', 'x-rate-limit-problem': 'day' },
        responseBody: '',
      }),
      post('a', { afterMs: 600_000, ...minute(30) }),
    ],
    {
      diagnosis: 'rate-limit-minute',
      retry: 'wait',
      seconds: 30,
      findings: ['retried-too-early'],
      says: [/1 request was sent before/],
    },
  ),
  sequence(
    'two requests to one URL 51 s apart',
    [get('/Projects', minute(22)), get('/Projects', { afterMs: 51_000 })],
    {
      ...success,
      noFindings: ['recovered', ...own],
    },
  ),
  sequence(
    'two requests to one URL 51 s apart, the first not found',
    [
      get(`/Projects/${project}`, { ...gateway(404), responseBody: 'The resource you’re looking for cannot be found' }),
      get(`/Projects/${project}`, { afterMs: 51_000 }),
    ],
    { ...success, noFindings: ['recovered', ...own] },
  ),
  sequence('another URL after the wait', [get('/Projects', minute(22)), get('/ProjectsUsers', { afterMs: 23_000 })], {
    ...success,
    noFindings: own,
  }),
];
