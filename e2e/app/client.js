// Sends requests to Xero Projects like a web app, with credentials from the fake Xero. Tests call it as the buttons do.

const root = '/projects.xro/2.0';
const ownPaths = /^\/(\w+\.xro\/|api\/|connections\b)/i;

/** The prefix of paths below the API root. */
const bases = {
  proxy: root,
  mapped: '/api/xero',
  same: root,
  /** Adds token and tenant, and drops all headers of Xero's. */
  plain: '/plain',
  direct: `https://api.xero.com${root}`,
};

let cached;

/** Sends a control command to the fake Xero: `next`, `always`, `latency`, `reset`, `token`, `data`. */
export async function control(name, body = {}) {
  const response = await fetch(`/__xero/${name}`, { method: 'POST', body: JSON.stringify(body) });
  const result = await response.json();
  if (!response.ok) throw new Error(result.error);
  return result;
}

/** A token and the ids for requests, fetched once, and again when the token is about to expire. */
export async function credentials() {
  if (cached === undefined || cached.expiresMs < Date.now()) {
    const [{ token }, { ids }] = await Promise.all([control('token'), control('data')]);
    cached = { token, ids, expiresMs: Date.now() + 25 * 60_000 };
  }
  return cached;
}

/**
 * Sends one request. `path` is below the API root, or an absolute path such as `/api.xro/2.0/Invoices`. A header set to null is
 * not sent. `read: false` leaves the body unread; `cache` and `signal` are those of `fetch` (Chromium serializes equal reads unless
 * `cache` is `no-store`). Network errors are returned as `{ error }`.
 */
export async function call(method, path, { headers = {}, body, base = 'proxy', read = true, cache, signal } = {}) {
  const { token, ids } = await credentials();
  const defaults = {
    Authorization: `Bearer ${token}`,
    'Xero-Tenant-Id': ids.tenant,
    Accept: 'application/json',
    ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
  };
  const sent = Object.entries({ ...defaults, ...headers }).filter(([, value]) => value !== null);
  try {
    const response = await fetch(urlOf(base, path), {
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

/** The URL that `call` requests. */
export function urlOf(base, path) {
  if (!ownPaths.test(path)) return bases[base] + path;
  return base === 'direct' ? `https://api.xero.com${path}` : path;
}

window.app = { call, credentials };
