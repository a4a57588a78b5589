// Builds the log that a check's example describes. Whatever the example omits is valid.

import { matchOperation } from '../core/match/match-operation.ts';
import type { Exchange, Token } from '../core/model/exchange.ts';
import type { Example } from '../core/rules/check-support/check.ts';
import { exchange as createExchange, madeByServer, root } from './exchange.ts';

/** When the exchange of an example starts, Unix time. */
const EXAMPLE_TIME_MS = Date.UTC(2026, 10, 22, 14, 2, 41);

/** Shown when a check reports a request that should be valid. */
export const HINT_FOR_VALID_REQUESTS =
  'This request should be valid. If every valid request needs what the check looks for, add it to src/testing/example.ts and src/testing/arbitraries/valid-request.ts.';

const ids: Record<string, string> = {
  projectId: '254553fa-2be8-4991-bd5e-70a97ea12ef8',
  taskId: 'c5bf9e3f-7d68-4a1b-9b5f-1a6f0f4b2d3c',
  timeEntryId: '3cd35eca-704f-4bca-b258-236028ae8ed1',
  contactId: '00f1a4e5-8f4a-4b3c-9f3a-2f1c6d7e8a90',
  userId: '740add2a-a703-4b8a-a670-1093919c2040',
};

const rate = { currency: 'NZD', value: 80 };
const createProject = { name: 'Attic', contactId: '{contactId}' };
const task = { name: 'Tiling', chargeType: 'TIME', rate };
const time = {
  userId: '{userId}',
  taskId: '{taskId}',
  dateUtc: '2026-11-20T00:00:00Z',
  duration: 45,
  description: 'Grout',
};

/** The request body unless an example has its own. */
const bodies: Record<string, unknown> = {
  createProject,
  updateProject: { name: 'Attic' },
  patchProject: { status: 'CLOSED' },
  createTask: task,
  updateTask: task,
  createTimeEntry: time,
  updateTimeEntry: time,
};

/** The log of an example, sorted by time, and the exchange that it is about. */
export function logOf(example: Example): { log: Exchange[]; exchange: Exchange } {
  const before = (example.before ?? []).map((each, i) =>
    makeExchange(each, i + 1, EXAMPLE_TIME_MS - each.secondsBefore * 1000),
  );
  const exchange = makeExchange(example, before.length + 1, EXAMPLE_TIME_MS);
  return { log: [...before, exchange].sort((a, b) => a.startedMs - b.startedMs), exchange };
}

/** The exchange of an example, without those before it. */
export function makeExchange(example: Example, id: number, atMs: number): Exchange {
  const [method = 'GET', given = '/'] = (example.request ?? 'GET /Projects').split(' ');
  const base = example.viaProxy ? 'https://app.example/api/projects.xro/2.0' : root;
  const url = /^https?:/.test(given) ? given : base + fillIds(given);
  const operation = matchOperation(method, url)?.operation ?? '';
  const sent = 'requestBody' in example ? example.requestBody : bodies[operation];
  const usual: Record<string, string | null> = {
    accept: 'application/json',
    'xero-tenant-id': 'e1eede29-f875-4a5d-8470-17f6a29a88b1',
    ...(sent === undefined ? {} : { 'content-type': 'application/json' }),
    ...(method === 'POST' ? { 'idempotency-key': 'b3f1' } : {}),
  };
  const headers = Object.entries({ ...usual, ...example.headers }).filter((pair) => pair[1] !== null);
  const made = createExchange({
    id,
    method,
    url,
    startedMs: atMs,
    status: example.status ?? (example.responseBody === undefined ? 400 : 200),
    body: example.responseBody,
    sent: typeof sent === 'object' ? fillIds(JSON.stringify(sent)) : sent,
    sentHeaders: Object.fromEntries(headers) as Record<string, string>,
  });
  return {
    ...made,
    ...(example.isMadeByServer && madeByServer),
    request: { ...made.request, token: tokenOf(example.token, atMs) },
  };
}

function tokenOf(options: Example['token'], atMs: number): Token | undefined {
  if (options === null) return undefined;
  const { expiresInMs = 1_500_000, ...rest } = options ?? {};
  return {
    kind: 'jwt',
    scheme: 'Bearer',
    fingerprint: '0a1b2c3d',
    length: 1_200,
    issuer: 'https://identity.xero.com',
    clientId: 'client',
    scopes: ['projects'],
    notBeforeMs: atMs + expiresInMs - 1_800_000,
    expiresMs: atMs + expiresInMs,
    ...rest,
  };
}

/** Replaces names in braces by ids. */
export function fillIds(text: string): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => ids[name] ?? whole);
}
