// What the buttons do: by group, the button's name and the calls it makes. Each returns the line for the log.

import { call, order } from './client.js';

/** The scenarios by group, for the ids of the local Xero's data. */
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
      'Create a task with two faults': () =>
        one('POST', `${project}/Tasks`, { body: { ...task, name: '', estimateMinutes: 0 } }),
      'Log time for an unknown user': async () => {
        await call('GET', '/ProjectsUsers');
        return one('POST', `${project}/Time`, { body: { ...entry, userId: ids.unknown } });
      },
      'Reach another Xero API by mistake': () => answered('wrong-api'),
    },
    Credentials: {
      'Use an expired token': () => withToken({ expiresInSeconds: -60 }, 'GET', '/Projects'),
      'Use a token without the scope': () => withToken({ scopes: ['accounting.contacts'] }, 'GET', '/Projects'),
      'Use the wrong tenant': () => one('GET', '/Projects', { headers: { 'Xero-Tenant-Id': ids.unknown } }),
      'Use a connection id as tenant': async () => {
        await call('GET', '/connections');
        return one('GET', '/Projects', { headers: { 'Xero-Tenant-Id': ids.connection } });
      },
    },
    Limits: {
      'Burst into the minute limit': burst,
      'Make eight calls at once': crowd,
      'Meet the legacy rate limit': () => answered('rate-limit-legacy'),
    },
    Outages: {
      'Organisation offline': () => answered('organisation-offline'),
      Maintenance: () => answered('maintenance'),
      'Server error': () => answered('server-error'),
      'HTML outage page': () => answered('service-unavailable'),
    },
    Browser: {
      'Call Xero directly': () => one('GET', '/Projects', { base: 'direct' }),
      'Cancel a slow call': cancelled,
      'Start afresh': async () => {
        await order('reset');
        return 'The local Xero has fresh data and full limits';
      },
    },
  };
}

async function one(method, path, options = {}) {
  return line(method, path, await call(method, path, options));
}

async function withToken(wish, method, path) {
  const { token } = await order('token', wish);
  return one(method, path, { headers: { Authorization: `Bearer ${token}` } });
}

async function answered(answer) {
  await order('next', { answer });
  return one('GET', '/Projects');
}

/** One after the other, for at most five may be in progress; the first that is refused ends it. */
async function burst() {
  const results = [];
  do {
    results.push(await call('GET', '/Projects'));
  } while (results.at(-1).status === 200 && results.length <= 61);
  return line('GET', '/Projects', ...results);
}

async function crowd() {
  await order('latency', { ms: 600 });
  // Browsers make equal reads wait for each other, so these differ.
  const paths = Array.from({ length: 8 }, (_, index) => `/Projects?page=${index + 1}`);
  const results = await Promise.all(paths.map((path) => call('GET', path)));
  await order('latency', { ms: 0 });
  return line('GET', '/Projects', ...results);
}

async function cancelled() {
  await order('next', { answer: { status: 200, headers: [], body: '', action: 'hang' } });
  const controller = new AbortController();
  setTimeout(() => controller.abort(new DOMException('cancelled by the page', 'AbortError')), 400);
  return one('GET', '/Projects', { signal: controller.signal });
}

/** Method, path, and how each call ended; equal ends are counted. */
function line(method, path, ...results) {
  const counts = new Map();
  for (const { status, error } of results) {
    const end = error ?? String(status);
    counts.set(end, (counts.get(end) ?? 0) + 1);
  }
  const ends = [...counts].map(([end, count]) => (results.length === 1 ? end : `${count} × ${end}`));
  return `${method} ${path} ${ends.join(', ')}`;
}
