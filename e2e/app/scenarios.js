// The buttons by group, with the requests that each sends. Each function returns the line for the log.

import { call, control } from './client.js';

/** `ids` are those of the fake Xero's data. */
export function scenariosWith(ids) {
  const project = `/Projects/${ids.project}`;
  const task = { name: 'Painting', rate: { currency: 'NZD', value: 90 }, chargeType: 'TIME' };
  const entry = { userId: ids.user, taskId: ids.task, dateUtc: '2026-11-20T00:00:00Z', duration: 30 };
  const named = { name: 'Attic', contactId: ids.contact };

  return {
    Work: {
      'List projects': () => one('GET', '/Projects?page=1&pageSize=50'),
      'Create a project': () => one('POST', '/Projects', { body: named }),
      'Update a task': () =>
        one('PUT', `${project}/Tasks/${ids.task}`, { body: { ...task, name: 'Plumbing, first floor' } }),
    },
    Mistakes: {
      'Create a project without a name': () => one('POST', '/Projects', { body: { ...named, name: '' } }),
      'Create a task with two errors': () =>
        one('POST', `${project}/Tasks`, { body: { ...task, name: '', estimateMinutes: 0 } }),
      'Log time for an unknown user': async () => {
        await call('GET', '/ProjectsUsers');
        return one('POST', `${project}/Time`, { body: { ...entry, userId: ids.unknown } });
      },
      'Call another Xero API': () => withResponse('wrong-api'),
      'Use API version 1.0': () => one('GET', '/projects.xro/1.0/Projects'),
      'Send an undefined ID': () => one('GET', '/Projects/undefined/Tasks'),
      'Use a project ID as task ID': () => one('GET', `${project}/Tasks/${ids.project}`),
      'Request unsupported costs': () => one('GET', `${project}/costs`),
    },
    Credentials: {
      'Use an expired token': () => withToken({ expiresInSeconds: -60 }, 'GET', '/Projects'),
      'Use a token without the scope': () => withToken({ scopes: ['accounting.contacts'] }, 'GET', '/Projects'),
      'Use the wrong tenant': () => one('GET', '/Projects', { headers: { 'Xero-Tenant-Id': ids.unknown } }),
      'Use a connection ID as tenant ID': async () => {
        await call('GET', '/connections');
        return one('GET', '/Projects', { headers: { 'Xero-Tenant-Id': ids.connection } });
      },
    },
    Limits: {
      'Hit the minute limit': burst,
      'Send requests during a wait': sendDuringWait,
      'Send eight requests at once': sendConcurrently,
      'Get a Retry-After of 0': () => withResponse('rate-limit-concurrent-0'),
      'Hit the legacy rate limit': () => withResponse('rate-limit-legacy'),
    },
    Sequences: {
      'Retry a POST with a new key': () => retryWithNewKey(named),
      'Repeat a successful POST': async () => {
        await one('POST', '/Projects', { body: named });
        return one('POST', '/Projects', { body: named });
      },
      'Read a project after creating it': () => readAfterCreate(named),
      'Refresh a token without the scope': async () => {
        const scopes = ['accounting.contacts'];
        await withToken({ scopes }, 'GET', '/Projects');
        return withToken({ scopes }, 'GET', '/Projects');
      },
    },
    'Earlier traffic': {
      'Send an empty tenant ID': () => one('GET', '/Projects', { headers: { 'Xero-Tenant-Id': '' } }),
      'Send an ID token': () => withToken({ isIdToken: true }, 'GET', '/Projects'),
      'Use a rate in another currency': async () => {
        await call('GET', project);
        await control('next', { scenario: 'bad-request' });
        return one('POST', `${project}/Tasks`, { body: { ...task, rate: { currency: 'USD', value: 90 } } });
      },
      'Use a token without connections': async () => {
        await control('next', { scenario: 'success-0' });
        await call('GET', '/connections');
        return withResponse('tenant-refused');
      },
    },
    Gateway: {
      'Send an oversized request': () => withResponse('payload-too-large'),
      'Get blocked at the edge': () => withResponse('edge-access-denied'),
      'Get a scope error in a header': () => withResponse('scope-or-plan-missing-2'),
      'Use a token for another audience': () => withResponse('token-wrong-audience'),
    },
    Outages: {
      'Organisation offline': () => withResponse('organisation-offline'),
      Maintenance: () => withResponse('maintenance'),
      'Server error': () => withResponse('server-error'),
      'HTML outage page': () => withResponse('service-unavailable'),
    },
    'Your server': {
      'Wrap a 429 in a 502': () => withResponse('rate-limit-unknown-502'),
      'Fail to parse a 404': () => withResponse('not-found-500'),
      'Return an error with its token': () => withResponse('tenant-refused-500'),
      'Get a connector error': () => withResponse('connector-error'),
    },
    'Requests made by your server': {
      'Log time of 0 minutes': () => onServer('POST', '/app/time'),
      'Hit the minute limit on the server': async () => {
        await control('next', { scenario: 'rate-limit-minute' });
        return onServer('GET', '/app/projects');
      },
      'Retry a POST on the server': async () => {
        await control('next', { scenario: 'gateway-error' });
        return onServer('POST', '/app/projects');
      },
    },
    Browser: {
      'Call Xero directly': () => one('GET', '/Projects', { base: 'direct' }),
      'Use a proxy that drops all headers': () =>
        one('GET', '/Projects?page=1', { base: 'plain', headers: { Authorization: null, 'Xero-Tenant-Id': null } }),
      'Cancel a slow request': cancel,
      'Reset the local Xero': async () => {
        await control('reset');
        return 'The local Xero has its initial data and full limits';
      },
    },
  };
}

async function one(method, path, options = {}) {
  return line(method, path, await call(method, path, options));
}

/** The app's back end calls Xero, and tells the page little of it. */
async function onServer(method, path) {
  const response = await fetch(path, { method });
  await response.text();
  return `${method} ${path} ${response.status}`;
}

async function withToken(options, method, path) {
  const { token } = await control('token', options);
  return one(method, path, { headers: { Authorization: `Bearer ${token}` } });
}

async function withResponse(scenario) {
  await control('next', { scenario });
  return one('GET', '/Projects');
}

/** One after the other, since at most five may be concurrent; stops at the first rejected request. */
async function burst() {
  const results = [];
  do {
    results.push(await call('GET', '/Projects'));
  } while (results.at(-1).status === 200 && results.length <= 61);
  return line('GET', '/Projects', ...results);
}

/** A request that reaches the minute limit, and others to different URLs before its wait is over. */
async function sendDuringWait() {
  await control('next', { scenario: 'rate-limit-minute', times: 5 });
  const results = [];
  for (let page = 1; page <= 5; page++) {
    results.push(await call('GET', `/Projects?page=${page}`));
    await new Promise((done) => setTimeout(done, 200));
  }
  return line('GET', '/Projects', ...results);
}

/** The first try gets no response from Xero, and the second has another key, so that nothing prevents a second project. */
async function retryWithNewKey(body) {
  await control('next', { scenario: 'gateway-error' });
  const results = [];
  for (let i = 0; i < 2; i++) {
    results.push(await call('POST', '/Projects', { body, headers: { 'Idempotency-Key': crypto.randomUUID() } }));
  }
  return line('POST', '/Projects', ...results);
}

async function readAfterCreate(body) {
  const { text } = await call('POST', '/Projects', { body });
  const path = `/Projects/${JSON.parse(text).projectId}`;
  const results = [];
  for (let i = 0; i < 6; i++) results.push(await call('GET', path, { cache: 'no-store' }));
  return line('GET', path, ...results);
}

async function sendConcurrently() {
  await control('latency', { ms: 600 });
  // Browsers serialize equal reads, so these differ.
  const paths = Array.from({ length: 8 }, (_, index) => `/Projects?page=${index + 1}`);
  const results = await Promise.all(paths.map((path) => call('GET', path)));
  await control('latency', { ms: 0 });
  return line('GET', '/Projects', ...results);
}

async function cancel() {
  await control('next', { scenario: { status: 200, headers: [], body: '', action: 'hang' } });
  const controller = new AbortController();
  setTimeout(() => controller.abort(new DOMException('cancelled by the page', 'AbortError')), 400);
  return one('GET', '/Projects', { signal: controller.signal });
}

/** Method, path, and the result of each request; equal results are counted. */
function line(method, path, ...results) {
  const counts = new Map();
  for (const { status, error } of results) {
    const result = error ?? String(status);
    counts.set(result, (counts.get(result) ?? 0) + 1);
  }
  const texts = [...counts].map(([result, count]) => (results.length === 1 ? result : `${count} × ${result}`));
  return `${method} ${path} ${texts.join(', ')}`;
}
