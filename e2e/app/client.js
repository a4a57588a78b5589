// Calls Xero Projects as a web app does, with the credentials that the local Xero gives out.

const root = '/projects.xro/2.0';
const ownPaths = /^\/(\w+\.xro\/|api\/|connections\b)/i;

/** What stands before a path below the API root. */
const bases = {
  proxy: root,
  mapped: '/api/xero',
  same: root,
  direct: `https://api.xero.com${root}`,
};

let standing;

/** Orders something of the local Xero: `next`, `always`, `latency`, `reset`, `token`, `data`. */
export async function order(name, body = {}) {
  const response = await fetch(`/__xero/${name}`, { method: 'POST', body: JSON.stringify(body) });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error);
  return answer;
}

/** A token and the ids to call with; asked for once, and again when the token is about to expire. */
export async function credentials() {
  if (standing === undefined || standing.untilMs < Date.now()) {
    const [{ token }, { ids }] = await Promise.all([order('token'), order('data')]);
    standing = { token, ids, untilMs: Date.now() + 25 * 60_000 };
  }
  return standing;
}

/**
 * Makes one call. `path` is below the API root, or a whole path such as `/api.xro/2.0/Invoices`. A header set to null is not sent.
 * `read: false` leaves the body unread; `cache` and `signal` are those of `fetch` (Chromium makes equal reads wait for each other,
 * but for `cache: 'no-store'`). What fails in the browser comes as `{ error }`.
 */
export async function call(method, path, { headers = {}, body, base = 'proxy', read = true, cache, signal } = {}) {
  const { token, ids } = await credentials();
  const usual = {
    Authorization: `Bearer ${token}`,
    'Xero-Tenant-Id': ids.tenant,
    Accept: 'application/json',
    ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
  };
  const sent = Object.entries({ ...usual, ...headers }).filter(([, value]) => value !== null);
  try {
    const response = await fetch(addressOf(base, path), {
      method,
      headers: sent,
      cache,
      signal,
      body: body === undefined || typeof body === 'string' ? body : JSON.stringify(body),
    });
    return { status: response.status, text: read ? await response.text() : '' };
  } catch (error) {
    return { error: error.message };
  }
}

/** The address that `call` uses. */
export function addressOf(base, path) {
  if (!ownPaths.test(path)) return bases[base] + path;
  return base === 'direct' ? `https://api.xero.com${path}` : path;
}
