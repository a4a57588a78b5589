// The generated clients follow the retry policies of the catalogue: they run against the local Xero, through every failure.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { DiagnosisId } from '../../../src/catalogue/diagnoses/all.ts';
import type { DiagnosisRow } from '../../../src/catalogue/diagnoses/row.ts';
import { type OperationId, operations } from '../../../src/catalogue/operations.ts';
import type { ClientOperation } from '../../../src/core/client/client-operation.ts';
import { type ClientLanguageId, clientLanguages } from '../../../src/core/client/languages/languages.ts';
import { loadClientWriter } from '../../../src/core/client/retry-client.ts';
import { diagnosisRows } from '../../../src/core/diagnose/diagnosis-rows.ts';
import { type HttpResponse, headerOf } from '../http/http-messages.ts';
import { ids } from '../operations/seed.ts';
import type { FailureId } from '../scenarios/failures.ts';
import { startXero, type Xero } from '../server/server.ts';
import { beginMs, type ClientOutcome, type ClientRun, type RunClient } from './client-run.ts';
import { hasPython, type Python, startPython } from './python-client.ts';
import { importClient, removeClients, runTypescript } from './typescript-client.ts';

const writeClient = await loadClientWriter();

let xero: Xero;
let python: Python | undefined;
beforeAll(async () => {
  xero = await startXero({ limits: { minute: Number.POSITIVE_INFINITY }, closeIdleBeforeDrop: false });
  if (hasPython) python = startPython();
});
beforeEach(() => xero.control.reset());
afterAll(() => {
  python?.close();
  removeClients();
  return xero.close();
});

const languages: readonly { readonly language: ClientLanguageId; readonly run: RunClient }[] = [
  { language: 'typescript', run: runTypescript },
  ...(hasPython
    ? [{ language: 'python', run: (clientRun: ClientRun) => (python as Python).run(clientRun) } as const]
    : []),
];

const project = `/Projects/${ids.project}`;
const requests = {
  read: { operation: 'getProjects', method: 'GET', path: '/Projects', body: undefined, success: 200 },
  write: {
    operation: 'createTask',
    method: 'POST',
    path: `${project}/Tasks`,
    body: { name: 'Tiling', rate: { currency: 'NZD', value: 80 }, chargeType: 'TIME' },
    success: 200,
  },
  // Takes no Idempotency-Key.
  deletion: {
    operation: 'deleteTask',
    method: 'DELETE',
    path: `${project}/Tasks/${ids.freeTask}`,
    body: undefined,
    success: 204,
  },
} as const satisfies Readonly<Record<string, SampleRequest>>;
type SampleName = keyof typeof requests;

interface SampleRequest {
  readonly operation: OperationId;
  readonly method: string;
  readonly path: string;
  readonly body: object | undefined;
  readonly success: number;
}

/** How a write is repeated: with its key, with a new one, or with a new one after reading back whether it was performed. */
type Repeat = 'same key' | 'new key' | 'read back, new key';

interface Expected {
  /** The shortest and the longest pause before each retry, in seconds. */
  readonly pauses: readonly (readonly [number, number])[];
  readonly repeat: Repeat;
  /** Whether the deletion, which has no key, is read back. */
  readonly readsBack: boolean;
}

const twice = (seconds: number): [number, number] => [seconds, 2 * seconds];
const times = (count: number, pause: readonly [number, number]) => Array.from({ length: count }, () => pause);

const repeated: Partial<Record<DiagnosisId & FailureId, Expected>> = {
  // Retry-After is 22 s.
  'rate-limit-app-minute': { pauses: times(4, [22, 37]), repeat: 'same key', readsBack: false },
  'rate-limit-minute': { pauses: times(4, [22, 37]), repeat: 'same key', readsBack: false },
  'rate-limit-concurrent': { pauses: [0.25, 0.5, 1, 2, 2].map(twice), repeat: 'same key', readsBack: false },
  'rate-limit-unknown': { pauses: [2, 4, 8, 16, 32, 60].map(twice), repeat: 'same key', readsBack: false },
  'rate-limit-legacy': { pauses: [60, 120, 240, 480, 960, 1920].map(twice), repeat: 'new key', readsBack: false },
  maintenance: { pauses: [60, 120, 240, 480, 900, 900].map(twice), repeat: 'read back, new key', readsBack: true },
  'organisation-offline': { pauses: times(3, [300, 330]), repeat: 'read back, new key', readsBack: true },
  'temporarily-unavailable': {
    pauses: [30, 60, 120, 240, 480, 600].map(twice),
    repeat: 'read back, new key',
    readsBack: true,
  },
  'service-unavailable': {
    pauses: [30, 60, 120, 240, 480, 600].map(twice),
    repeat: 'read back, new key',
    readsBack: true,
  },
  'server-error': { pauses: [2, 4, 8].map(twice), repeat: 'read back, new key', readsBack: true },
  'gateway-error': { pauses: [1, 2, 4].map(twice), repeat: 'same key', readsBack: true },
  'network-failure': { pauses: [1, 2, 4].map(twice), repeat: 'same key', readsBack: true },
};

/** Failures that a retry cannot fix, and parts of the error message. */
const rejected: Partial<Record<DiagnosisId & FailureId, readonly string[]>> = {
  'validation-failed': ['The Project Name cannot be empty', 'Name: ', 'ContactId: '],
  'idempotency-key-reused': ['is used with a different request'],
  'bad-request': ['Validation failed'],
  'token-invalid': ['AuthenticationUnsuccessful'],
  'scope-or-plan-missing': ['AuthorizationUnsuccessful'],
  unauthorized: ['Check the access token and its scopes'],
  'tenant-refused': ['Send a tenantId from GET /connections'],
  'not-found': ['cannot be found'],
  'wrong-api': ['/projects.xro/2.0/', 'ValidationException'],
  undocumented: ['I’m a teapot', 'Server: '],
};

describe.each(languages)('in $language', ({ language, run }) => {
  const repeatedRows = Object.entries(repeated) as [DiagnosisId & FailureId, Expected][];

  describe.each(repeatedRows)('%s', (id, { pauses, repeat, readsBack }) => {
    test.each(['read', 'write', 'deletion'] as const)('the client waits, then repeats the %s', async (name) => {
      for (const random of [0, 1]) {
        xero.control.reset();
        xero.control.next(id, { times: pauses.length });
        const outcome = await send(id, name, { random });
        expect(outcome.status).toBe(requests[name].success);
        expect(outcome.waits).toEqual(pauses.map((pause) => pause[random]));
        expect(xero.requests).toHaveLength(pauses.length + 1);
        expect(xero.requests.map(({ body }) => body)).toEqual(xero.requests.map(() => xero.requests[0]?.body));
        const isReadBack = name === 'write' ? repeat === 'read back, new key' : name === 'deletion' && readsBack;
        expect(outcome.readBacks).toBe(isReadBack ? pauses.length : 0);
        expectKeys(name, repeat);
      }
    });

    test('the client gives up after the last retry', async () => {
      xero.control.always(id);
      const outcome = await send(id, 'read');
      expect(xero.requests).toHaveLength(pauses.length + 1);
      expect(outcome.waits).toHaveLength(pauses.length);
      if (id === 'network-failure') expect(outcome.error?.name).toMatch(/TypeError|ConnectionError/);
      else expect(outcome.status).toBeGreaterThanOrEqual(429);
    });

    test('is not repeated if reading back finds the record', async () => {
      if (!readsBack) return;
      xero.control.next(id);
      const outcome = await send(id, 'deletion', { found: 299 });
      expect(outcome).toMatchObject({ status: 299, readBacks: 1 });
      expect(xero.requests).toHaveLength(1);
    });

    test('does not retry other responses', async () => {
      xero.control.next({ status: 409, headers: [], body: '' });
      expect(await send(id, 'read')).toMatchObject({ status: 409, waits: [] });
      expect(xero.requests).toHaveLength(1);
    });
  });

  const rejectedRows = Object.entries(rejected) as [DiagnosisId & FailureId, readonly string[]][];
  test.each(rejectedRows)('%s is thrown at once, with Xero’s message', async (id, texts) => {
    for (const name of ['read', 'write', 'deletion'] as const) {
      xero.control.reset();
      xero.control.next(id);
      const { error, waits } = await send(id, name);
      expect(error?.name).toBe('XeroRefusal');
      expect(error?.message).toContain(row(id).title);
      for (const text of texts) expect(error?.message).toContain(text);
      expect(waits).toEqual([]);
      expect(xero.requests).toHaveLength(1);
    }
  });

  test.each([
    ['Forbidden (may not be from Xero)', ['Check the headers and body to see who responded']],
    ['Error from Xero’s identity service', ['Fix the token request', 'invalid_grant']],
    ['XML error (older Xero format)', ['Send Accept: application/json', 'UnknownErrorException']],
  ] as const)('%s: the error has the texts of the variant', async (title, texts) => {
    const { example, ...variant } = rowTitled(title);
    const { status, headers = {}, body = '' } = example;
    xero.control.next({ status, headers: Object.entries(headers), body });
    const { error, waits } = await send({ ...variant, example }, 'write');
    expect(error?.name).toBe('XeroRefusal');
    for (const text of [title, ...texts]) expect(error?.message).toContain(text);
    expect(waits).toEqual([]);
    expect(xero.requests).toHaveLength(1);
  });

  test('a success is returned, whatever the client was generated for', async () => {
    for (const each of diagnosisRows.filter(({ id }) => id !== 'cors-blocked')) {
      xero.control.reset();
      expect(await send(each, 'read'), each.title).toMatchObject({
        status: 200,
        waits: [],
        readBacks: 0,
        refreshes: 0,
      });
      expect(xero.requests).toHaveLength(1);
    }
  });

  test('an expired token is refreshed once, and the request repeated with the same key', async () => {
    const refreshedToken = xero.token();
    const expired = { Authorization: `Bearer ${xero.token({ expiresInSeconds: -60 })}` };
    expect(await send('token-expired', 'write', { refreshedToken }, expired)).toMatchObject({
      status: 200,
      refreshes: 1,
    });
    expect(xero.requests.map(({ headers }) => headerOf(headers, 'Authorization'))).toEqual([
      expired.Authorization,
      `Bearer ${refreshedToken}`,
    ]);
    expectKeys('write', 'same key');
  });

  test('a token that is rejected again is not refreshed again', async () => {
    xero.control.always('token-expired');
    expect(await send('token-expired', 'read')).toMatchObject({ status: 401, refreshes: 1 });
    expect(xero.requests).toHaveLength(2);
  });

  test('the day limit is left to a scheduler, for after Retry-After', async () => {
    for (const [random, laterSeconds] of [
      [0, 66_975],
      [1, 67_875],
    ] as const) {
      xero.control.next('rate-limit-day');
      const { error, waits } = await send('rate-limit-day', 'read', { random });
      expect(error).toMatchObject({ name: 'RetryLater', laterSeconds });
      expect(waits).toEqual([]);
    }
    expect(xero.requests).toHaveLength(2);
  });

  test('the day limit in its old form is left to a scheduler, too', async () => {
    xero.control.next({ status: 503, headers: [['X-Rate-Limit-Problem', 'Daily']], body: '' });
    const { error } = await send(rowTitled('Day limit reached (legacy 503)'), 'read');
    expect(error).toMatchObject({ name: 'RetryLater', laterSeconds: 900 });
    expect(xero.requests).toHaveLength(1);
  });

  test('without Retry-After, the day limit postpones a request for longer each time, and finally gives up', async () => {
    xero.control.always({ status: 429, headers: [['X-Rate-Limit-Problem', 'daily']], body: '' });
    const later: (number | undefined)[] = [];
    for (let attempt = 0; attempt < 10; attempt++) {
      later.push((await send('rate-limit-day', 'read', { attempt })).error?.laterSeconds);
    }
    expect(later).toEqual([900, 1800, 3600, 7200, ...Array.from({ length: 6 }, () => 14_400)]);
    // The day limit resets within 24 hours.
    expect(later.reduce((sum = 0, each = 0) => sum + each, 0)).toBeGreaterThanOrEqual(86_400);
    expect(await send('rate-limit-day', 'read', { attempt: 10 })).toMatchObject({ status: 429 });
  });

  const offline = (retryAfter: string): HttpResponse => ({
    status: 503,
    headers: [['Retry-After', retryAfter]],
    body: 'The Organisation is offline',
  });
  test.each([
    ['as a date overrides the documented time', new Date(beginMs + 90_000).toUTCString(), [90]],
    ['that cannot be parsed is ignored', 'soon', [300]],
    ['in the past is ignored', new Date(beginMs - 90_000).toUTCString(), [300]],
    ['that is negative is ignored', '-5', [300]],
    ['of 0 is ignored', '0', [300]],
    ['too long for a process to sleep is left to the caller', '901', undefined],
  ])('a Retry-After %s', async (_, retryAfter, waits) => {
    xero.control.next(offline(retryAfter));
    const outcome = await send('organisation-offline', 'read');
    expect(outcome).toMatchObject(waits ? { status: 200, waits } : { status: 503, waits: [] });
  });

  test.each([
    ['rate-limit-minute', 'minute', '9999', 15],
    ['rate-limit-minute', 'minute', '0', 15],
    ['rate-limit-app-minute', 'appminute', '61', 15],
    ['rate-limit-concurrent', 'concurrent', '0', 0.25],
    ['rate-limit-concurrent', 'concurrent', '9999', 0.25],
  ] as const)('%s: a Retry-After that makes no sense is ignored (%s: %s)', async (id, problem, retryAfter, pause) => {
    const headers = [
      ['X-Rate-Limit-Problem', problem],
      ['Retry-After', retryAfter],
    ] as const;
    xero.control.next({ status: 429, headers, body: '' });
    expect(await send(id, 'read')).toMatchObject({ status: 200, waits: [pause] });
  });

  test.each(['network-failure', 'gateway-error'] as const)(
    '%s: a write is not repeated when its key may have expired',
    async (id) => {
      xero.control.always(id);
      const outcome = await send(id, 'write', { secondsPerRequest: 200 });
      expect(xero.requests.length).toBeLessThan(3);
      expect(outcome.status ?? outcome.error?.name).toBeDefined();
    },
  );

  test('a truncated response counts as a network failure', async () => {
    xero.control.next({ status: 200, headers: [], body: '{"items":[1,2,3]}', action: 'cut' });
    expect(await send('network-failure', 'read')).toMatchObject({ status: 200, waits: [1] });
  });

  test('a cancelled write is read back and not repeated', async () => {
    for (const found of [299, undefined]) {
      xero.control.reset();
      xero.control.next({ status: 200, headers: [], body: '', action: 'hang' });
      const outcome = await send('aborted', 'write', { cancelAfterMs: 200, ...(found ? { found } : {}) });
      expect(outcome.readBacks).toBe(1);
      if (found) expect(outcome.status).toBe(found);
      else expect(outcome.error?.name).toMatch(/DOMException|ReadTimeout/);
      expect(xero.requests).toHaveLength(1);
    }
  });

  test('after the key of a write was reused, the new key depends on the request', async () => {
    await send('idempotency-key-reused', 'write');
    await send('idempotency-key-reused', 'write');
    await send('idempotency-key-reused', 'write', { body: { ...requests.write.body, name: 'Grouting' } });
    const [first, second, third] = keys();
    expect(first).toMatch(/^[0-9a-f]{64}$/);
    expect(second).toBe(first);
    expect(third).not.toBe(first);
  });

  /** Sends a request with the client for a diagnosis. */
  function send(
    diagnosis: DiagnosisId | DiagnosisRow,
    name: SampleName,
    options: Partial<ClientRun> = {},
    headers: Record<string, string> = {},
  ): Promise<ClientOutcome> {
    const { operation, method, path, body } = requests[name];
    const token = { Authorization: `Bearer ${xero.token()}`, 'Xero-Tenant-Id': ids.tenant };
    const type = body && language === 'typescript' ? { 'Content-Type': 'application/json' } : {};
    return run({
      random: 0,
      source: writeClient(typeof diagnosis === 'string' ? row(diagnosis) : diagnosis, operationOf(operation), language),
      method,
      url: `${xero.appUrl}projects.xro/2.0${path}`,
      headers: { ...token, ...type, ...headers },
      ...(body ? { body } : {}),
      ...options,
    });
  }
});

describe('concurrent requests in TypeScript', () => {
  test('at most five are in flight', async () => {
    xero.control.latency(20);
    const { callXero } = await importClient(writeClient(row('rate-limit-concurrent'), undefined, 'typescript'));
    const responses = await Promise.all(Array.from({ length: 12 }, () => callXero(...read())));
    expect(responses.map(({ status }) => status)).toEqual(responses.map(() => 200));
    expect(xero.requests).toHaveLength(12);
  });

  test('all wait when the app’s limit is reached', async () => {
    const { callXero } = await importClient(writeClient(row('rate-limit-app-minute'), undefined, 'typescript'));
    const waits: number[] = [];
    const sleep = async (seconds: number) => void waits.push(seconds);
    const options = { sleep, random: () => 0.5, now: () => beginMs };
    xero.control.next('rate-limit-app-minute');
    await callXero(...read(), options);
    await callXero(...read(), options);
    expect(waits).toEqual([29.5, 29.5]);
  });

  test('those with the same expired token share one refresh', async () => {
    const { callXero } = await importClient(writeClient(row('token-expired'), undefined, 'typescript'));
    let refreshes = 0;
    const refreshToken = async () => {
      refreshes++;
      await new Promise((done) => setTimeout(done, 100));
      return xero.token();
    };
    const expired = xero.token({ expiresInSeconds: -60 });
    const responses = await Promise.all(Array.from({ length: 5 }, () => callXero(...read(expired), { refreshToken })));
    expect(responses.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(refreshes).toBe(1);
  });

  test('a request that CORS blocks goes through the page’s own server', async () => {
    const { callXero } = await importClient(writeClient(row('cors-blocked'), undefined, 'typescript'));
    const [, init] = read();
    const response = await callXero('/Projects', init, { root: `${xero.appUrl}projects.xro/2.0` });
    expect(response.status).toBe(200);
    await expect(callXero('https://api.xero.com/projects.xro/2.0/Projects', init)).rejects.toThrow('below the root');
  });

  function read(token = xero.token()): [string, RequestInit] {
    const headers = { Authorization: `Bearer ${token}`, 'Xero-Tenant-Id': ids.tenant };
    return [`${xero.appUrl}projects.xro/2.0/Projects`, { headers }];
  }
});

describe('the text of every client', () => {
  const kinds: readonly (ClientOperation | undefined)[] = [
    operationOf('getProjects'),
    operationOf('createTask'),
    operationOf('deleteTask'),
    undefined,
  ];
  const all = (language: ClientLanguageId) =>
    diagnosisRows.flatMap((each) =>
      kinds.map((operation) => ({
        name: `${each.id} ${operation?.id}`,
        row: each,
        text: writeClient(each, operation, language),
      })),
    );

  test.each(clientLanguages.map(({ id }) => id))(
    'in %s fits on three screens, and has the numbers of its policy',
    (language) => {
      for (const { name, row: each, text } of all(language)) {
        const { action: advice } = each.retry;
        expect(text.split('\n').length, name).toBeLessThan(265);
        for (const line of text.split('\n')) expect(line.length, `${name}: ${line}`).toBeLessThan(120);
        expect(text, name).not.toMatch(/undefined \(|NaN|\[object|\n\n\n\n|[ \t]\n/);
        if (advice.kind === 'back-off')
          expect(text).toMatch(new RegExp(`first_?Seconds"?: ${advice.firstSeconds}\\b`, 'i'));
        if (advice.kind === 'wait') expect(text).toMatch(new RegExp(`first_?Seconds"?: ${advice.seconds}\\b`, 'i'));
      }
    },
  );

  // So that the files in examples/clients are complete examples.
  test.each(clientLanguages)('in $title equals the example file for the minute limit', async (language) => {
    const text = writeClient(row('rate-limit-minute'), operationOf('createTask'), language.id);
    expect((await language.loadFile()).default).toBe(text);
  });

  test('in TypeScript compiles under strict', { timeout: 30_000 }, () => {
    const folder = mkdtempSync(join(tmpdir(), 'retry-client-types-'));
    for (const [i, { text }] of all('typescript').entries()) writeFileSync(join(folder, `client-${i}.ts`), text);
    const compilerOptions = {
      strict: true,
      noUnusedLocals: true,
      noUnusedParameters: true,
      exactOptionalPropertyTypes: true,
      lib: ['es2022', 'dom'],
      target: 'es2022',
      module: 'esnext',
      moduleDetection: 'force',
      types: [],
      noEmit: true,
    };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts'] }));
    const tsc = resolve('node_modules/typescript/bin/tsc');
    const { stdout, status } = spawnSync(process.execPath, [tsc, '-p', folder], { encoding: 'utf8' });
    expect(`${stdout}${status}`).toBe('0');
    rmSync(folder, { recursive: true });
  });

  // A C# compiler may not be installed, so this checks only the brackets and the signature.
  test('in C# has balanced brackets and the documented signature', () => {
    for (const { name, text } of all('csharp')) {
      const code = text.replace(/^\s*\/\/.*$/gm, '').replace(/"(\\.|[^"\\])*"|'(\\.|[^'\\])'/g, '""');
      for (const [open, close] of ['{}', '()', '[]']) {
        expect(code.split(open as string).length, `${name}: ${open}`).toBe(code.split(close as string).length);
      }
      expect(text, name).toMatch(/public static (async )?Task<HttpResponseMessage> CallXeroAsync\(/);
    }
  });
});

/** The row of a diagnosis, without its variants. */
function row(id: DiagnosisId): DiagnosisRow {
  return diagnosisRows.filter((each) => each.id === id).at(-1) as DiagnosisRow;
}

function rowTitled(title: string): DiagnosisRow {
  return diagnosisRows.find((each) => each.title === title) as DiagnosisRow;
}

function operationOf(id: OperationId): ClientOperation | undefined {
  return operations.find((each) => each.id === id);
}

function keys(): (string | undefined)[] {
  return xero.requests.map(({ headers }) => headerOf(headers, 'Idempotency-Key'));
}

function expectKeys(name: SampleName, repeat: Repeat): void {
  const sent = keys();
  if (name !== 'write') expect(sent).toEqual(sent.map(() => undefined));
  else if (repeat === 'same key') expect(new Set(sent).size).toBe(1);
  else expect(new Set(sent).size).toBe(sent.length);
  if (name === 'write') for (const key of sent) expect(key).toMatch(/^[0-9a-f-]{36}$/);
}
