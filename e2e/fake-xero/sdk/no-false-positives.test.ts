// The checks find no fault with what Xero's own SDK sends, nor with what Xero was recorded to answer; what they note is listed here.

import type { Entry } from 'har-format';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createExchange } from '../../../src/capture/create-exchange.ts';
import { createHeaderReader } from '../../../src/capture/header-reader.ts';
import { readResponseBody } from '../../../src/capture/read-response-body.ts';
import { matchOperation } from '../../../src/core/match/match-operation.ts';
import type { Exchange } from '../../../src/core/model/exchange.ts';
import { runChecks } from '../../../src/core/rules/run-checks/run-checks.ts';
import { samples } from '../../../src/testing/fixtures/samples.ts';
import type { Header } from '../http/http-response.ts';
import { ids } from '../operations/seed.ts';
import { startXero, type Xero } from '../server/server.ts';
import type { Recording } from './recorder.ts';
import { callAllOperations, type SdkCall, sdkOperations } from './sdk.ts';

let xero: Xero;
let calls: readonly SdkCall[];
beforeAll(async () => {
  xero = await startXero();
  calls = await callAllOperations(xero);
});
afterAll(() => xero.close());

/** What is good to know of calls that are right all the same. */
const notes: Readonly<Record<string, readonly string[]>> = {
  // It sends the whole project again, its contact with it, which a PUT cannot change.
  updateProject: ['contact-on-update'],
  // It is called without a key here, and a repetition would log the time twice.
  createTimeEntry: ['idempotency-key-missing'],
};

describe("Xero's own SDK", () => {
  test('is told nothing but the notes that it deserves, of calls to Xero itself', async () => {
    expect(await saidOf(calls)).toEqual(notes);
  });

  test('is told no more by way of a proxy that adds the token and the tenant', async () => {
    const added = ['authorization', 'xero-tenant-id'];
    const proxied = calls.map((call) => ({
      ...call,
      url: call.url.replace('https://api.xero.com/', 'https://app.example/api/xero/'),
      requestHeaders: call.requestHeaders.filter(([name]) => !added.includes(name.toLowerCase())),
    }));
    expect(await saidOf(proxied)).toEqual(notes);
  });

  test('sent a request for each operation that it has', () => {
    expect(calls.map(({ operationId }) => operationId)).toEqual(sdkOperations);
    expect(calls.length).toBeGreaterThan(10);
  });

  /** The ids of the checks that spoke, by operation. All of them are notes: this throws where one is not. */
  async function saidOf(recordings: readonly SdkCall[]): Promise<Record<string, string[]>> {
    const log = await Promise.all(recordings.map(heard));
    const findings = log.map((exchange) => runChecks(exchange, log));
    expect(findings.flat().filter((finding) => finding.severity !== 'note' || finding.acceptedByXero)).toEqual([]);
    const said = findings.map((each, i) => [recordings[i]?.operationId, each.map(({ ruleId }) => ruleId)] as const);
    return Object.fromEntries(said.filter(([, ids]) => ids.length > 0));
  }
});

describe('a recorded success', () => {
  const rate = { currency: 'USD', value: 100 };
  /** The recordings have no requests: what a caller sends who means what was answered. */
  const sent: Readonly<Record<string, unknown>> = {
    'live-200-create-project': { name: 'Example Project', contactId: '00000000-0000-0000-0000-000000000007' },
    'live-200-create-task': { name: 'Example Task', rate, chargeType: 'TIME', estimateMinutes: 120 },
    'live-204-delete-task': undefined,
  };
  const successes = samples.filter(({ status }) => status < 300);

  test.each(successes)('is answered as documented: $id', async (sample) => {
    const { id, method, path, status, headers, body } = sample;
    const key: Header[] = method === 'POST' ? [['Idempotency-Key', id]] : [];
    const exchange = await heard({
      method: method ?? '',
      url: `https://api.xero.com${path}`,
      requestHeaders: [['Authorization', `Bearer ${xero.token()}`], ['Xero-Tenant-Id', ids.tenant], ...key],
      requestBody: sent[id] === undefined ? '' : JSON.stringify(sent[id]),
      status,
      responseHeaders: Object.entries(headers ?? {}),
      responseBody: body ?? '',
      startedMs: Date.now(),
      durationMs: 100,
    });
    expect(exchange.match.operation).toBeDefined();
    expect(runChecks(exchange, [exchange])).toEqual([]);
  });

  test('has a request in this test', () => {
    expect(successes.map(({ id }) => id)).toEqual(Object.keys(sent));
  });
});

/** As the browser's HAR has it, taken in as the extension takes it in. */
async function heard(call: Recording, index = 0): Promise<Exchange> {
  const match = matchOperation(call.method, call.url);
  if (match === undefined) throw new Error(`${call.url} is not recognised.`);
  const named = (headers: Recording['requestHeaders']) => headers.map(([name, value]) => ({ name, value }));
  const entry = {
    startedDateTime: new Date(call.startedMs).toISOString(),
    time: call.durationMs,
    request: {
      method: call.method,
      url: call.url,
      headers: named(call.requestHeaders),
      ...(call.requestBody === '' ? {} : { postData: { mimeType: '', text: call.requestBody } }),
      bodySize: call.requestBody.length,
    },
    response: {
      status: call.status,
      statusText: '',
      headers: named(call.responseHeaders),
      content: { size: call.responseBody.length, mimeType: '', text: call.responseBody },
    },
    timings: { send: 0, wait: call.durationMs, receive: 0 },
    // What intake does not read is left out.
  } as unknown as Entry;
  const exchange = createExchange(entry, { id: index + 1, match, readHeaders: createHeaderReader() });
  return { ...exchange, response: { ...exchange.response, body: await readResponseBody(entry) } };
}
