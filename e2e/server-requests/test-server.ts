// A development server with a simulated recorder, which announces and serves requests as docs/server-requests.md says, or in a broken way.

import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface TestServer {
  /** With a slash at the end. */
  readonly url: string;
  readonly key: string;
  /** The queries of the fetches, in order. */
  readonly fetches: readonly string[];
  /** The highest number of concurrent fetches. */
  readonly maxConcurrent: number;
  /** Stores entries as a recorder does. */
  record(...entries: readonly object[]): void;
  /** Sets how many requests to Xero are under way. */
  setInFlight(count: number): void;
  /** Simulates a new process, with another key and without the entries. */
  restart(): void;
  close(): Promise<void>;
}

export interface TestServerOptions {
  /** Handles the app's own requests. Default: an empty page, or an empty response for what isn't a page. */
  readonly app?: (request: IncomingMessage, response: ServerResponse, announce: () => void) => void;
  /** Replaces the recorder's response. `serveEntries` sends it after all. */
  readonly respond?: (request: IncomingMessage, response: ServerResponse, serveEntries: () => void) => void;
  /** Allows other loopback origins. */
  readonly cors?: boolean;
  /** The maximum number of characters of entries in a response; longer entries are sent in parts. */
  readonly maxChars?: number;
}

const PATH = '/app/time';

export async function startTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const { respond, cors = true, maxChars = 500_000 } = options;
  let key = randomBytes(16).toString('base64url');
  let entries: object[] = [];
  let inFlight = 0;
  let fetched = 0;
  let requests = 0;
  let concurrent = 0;
  let maxConcurrent = 0;
  let listeners: (() => void)[] = [];
  /** Page requests of entries. The next request of the page sets their ids. */
  let withoutId: { id: number }[] = [];
  const fetches: string[] = [];
  const notifyListeners = () => {
    const all = listeners;
    listeners = [];
    for (const each of all) each();
  };

  const serveEntries = async (request: IncomingMessage, response: ServerResponse, query: string) => {
    const { origin } = request.headers;
    if (cors && origin) response.setHeader('Access-Control-Allow-Origin', origin);
    const [, requestedKey, cursorText, rest = ''] = /^\?xero-inspector=([\w-]+)\.(\d+)(.*)$/.exec(query) ?? [];
    if (requestedKey !== key) return sendJson(response, 404, { error: 'The key is that of another process.' });
    const cursor = Number(cursorText);
    const waitMs = rest.includes('&follow') ? 25_000 : inFlight > 0 ? 10_000 : 0;
    if (entries.length <= cursor && waitMs > 0) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, waitMs);
        listeners.push(() => {
          clearTimeout(timer);
          resolve();
        });
        response.once('close', resolve);
      });
    }
    const later = entries.slice(cursor);
    let count = 0;
    for (let chars = 0; count < later.length; count++) {
      chars += JSON.stringify(later[count]).length;
      if (chars > maxChars && count > 0) break;
    }
    const next = cursor + count;
    fetched = Math.max(fetched, next);
    const body = {
      log: {
        version: '1.2',
        creator: { name: 'test', version: '1' },
        entries: later.slice(0, count),
        _xeroInspector: { protocol: 1, key, next, inFlight, dropped: 0, more: next < entries.length },
      },
    };
    const text = JSON.stringify(body);
    if (text.length <= maxChars + 1_000) return send(response, 200, text);
    const offset = Number(/&from=(\d+)/.exec(rest)?.[1] ?? 0);
    sendJson(response, 200, {
      part: { sequence: next, offset, total: text.length, text: text.slice(offset, offset + maxChars) },
    });
  };

  const server = createServer((request, response) => {
    const query = request.url?.slice(request.url.indexOf('?')) ?? '';
    if (query.startsWith('?xero-inspector=')) {
      fetches.push(query);
      concurrent++;
      maxConcurrent = Math.max(maxConcurrent, concurrent);
      response.once('close', () => concurrent--);
      const serve = () => void serveEntries(request, response, query);
      if (respond) respond(request, response, serve);
      else serve();
      return;
    }
    if (request.url === '/favicon.ico') {
      response.writeHead(404);
      return response.end();
    }
    requests++;
    if (request.url === PATH || request.url?.startsWith('/api/')) {
      for (const each of withoutId) each.id = requests;
      withoutId = [];
    }
    const announce = () => {
      response.setHeader('Xero-Inspector', `?xero-inspector=${key}.${fetched}.${requests}`);
    };
    if (options.app) return options.app(request, response, announce);
    if (request.headers.origin) response.setHeader('Access-Control-Allow-Origin', '*');
    if (entries.length > fetched || inFlight > 0) announce();
    if (request.url === '/redirect') {
      response.writeHead(303, { Location: '/' });
      return response.end();
    }
    response.setHeader('Content-Type', 'text/html');
    response.end('<!doctype html><title>App</title><h1>App</h1>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${port}/`,
    get key() {
      return key;
    },
    fetches,
    get maxConcurrent() {
      return maxConcurrent;
    },
    record(...added) {
      for (const each of added) {
        const origin = { sequence: entries.length + 1, app: 'timesheets' };
        const pageRequest = { id: 0, method: 'POST', path: PATH, startedDateTime: new Date().toISOString() };
        withoutId.push(pageRequest);
        entries.push({ _xeroServer: { ...origin, pageRequest }, ...each });
      }
      notifyListeners();
    },
    setInFlight(count) {
      inFlight = count;
      notifyListeners();
    },
    restart() {
      key = randomBytes(16).toString('base64url');
      entries = [];
      fetched = 0;
      requests = 0;
      notifyListeners();
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export interface EntryOptions {
  readonly method?: string;
  /** Relative to the API root. */
  readonly path?: string;
  readonly status?: number;
  readonly body?: unknown;
  readonly sent?: unknown;
  readonly startedMs?: number;
}

/** A request to Xero as a recorder writes it. */
export function recordedEntry(options: EntryOptions = {}): object {
  const { method = 'GET', path = '/Projects', status = 200, body = { items: [] }, sent, startedMs } = options;
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return {
    startedDateTime: new Date(startedMs ?? Date.now()).toISOString(),
    time: 182,
    request: {
      method,
      url: `https://api.xero.com/projects.xro/2.0${path}`,
      headers: [
        { name: 'Xero-Tenant-Id', value: 'e1eede29-f875-4a5d-8470-17f6a29a88b1' },
        { name: 'Accept', value: 'application/json' },
      ],
      ...(sent === undefined ? {} : { postData: { mimeType: 'application/json', text: JSON.stringify(sent) } }),
    },
    response: {
      status,
      statusText: '',
      headers: [{ name: 'Content-Type', value: 'application/json' }],
      content: { size: text.length, mimeType: 'application/json', text },
    },
  };
}

function sendJson(response: ServerResponse, status: number, body: object): void {
  send(response, status, JSON.stringify(body));
}

function send(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, {
    'Content-Type': 'application/json',
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  });
  response.end(text);
}
