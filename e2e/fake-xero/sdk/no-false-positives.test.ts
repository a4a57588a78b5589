// The checks report no errors in requests of Xero's own SDK or in recorded successes; their notes are listed here.

import type { Entry } from 'har-format';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createExchange } from '../../../src/capture/create-exchange.ts';
import { createHeaderReader } from '../../../src/capture/header-reader.ts';
import { readResponseBody } from '../../../src/capture/read-response-body.ts';
import { matchOperation } from '../../../src/core/match/match-operation.ts';
import type { Exchange } from '../../../src/core/model/exchange.ts';
import { runChecks } from '../../../src/core/rules/run-checks/run-checks.ts';
import { samples } from '../../../src/testing/fixtures/samples.ts';
import type { Header } from '../http/http-messages.ts';
import { ids } from '../operations/seed.ts';
import { startXero, type Xero } from '../server/server.ts';
import type { Recording } from './recorder.ts';
import { callAllOperations, type SdkRecording, sdkOperations } from './sdk.ts';

let xero: Xero;
let sdkRecordings: readonly SdkRecording[];
beforeAll(async () => {
  xero = await startXero();
  sdkRecordings = await callAllOperations(xero);
});
afterAll(() => xero.close());

/** Findings about requests that are correct. */
const notes: Readonly<Record<string, readonly string[]>> = {
  // It sends the whole project, including the contact, which a PUT cannot change.
  updateProject: ['contact-on-update'],
  // It is sent without a key here, and a repeat would log the time twice.
  createTimeEntry: ['idempotency-key-missing'],
};

describe("Xero's own SDK", () => {
  test('gets only the expected notes about requests to Xero itself', async () => {
    expect(await findingsByOperation(sdkRecordings)).toEqual(notes);
  });

  test('gets no further notes through a proxy that adds the token and the tenant', async () => {
    const added = ['authorization', 'xero-tenant-id'];
    const proxied = sdkRecordings.map((recorded) => ({
      ...recorded,
      url: recorded.url.replace('https://api.xero.com/', 'https://app.example/api/xero/'),
      requestHeaders: recorded.requestHeaders.filter(([name]) => !added.includes(name.toLowerCase())),
    }));
    expect(await findingsByOperation(proxied)).toEqual(notes);
  });

  test('sent a request for each operation that it has', () => {
    expect(sdkRecordings.map(({ operationId }) => operationId)).toEqual(sdkOperations);
    expect(sdkRecordings.length).toBeGreaterThan(10);
  });

  /** The ids of the checks with findings, by operation. Throws if one is not a note. */
  async function findingsByOperation(recordings: readonly SdkRecording[]): Promise<Record<string, string[]>> {
    const log = await Promise.all(recordings.map(captured));
    const findings = log.map((exchange) => runChecks(exchange, log));
    expect(findings.flat().filter((finding) => finding.severity !== 'note' || finding.acceptedByXero)).toEqual([]);
    const idsByOperation = findings.map(
      (each, i) => [recordings[i]?.operationId, each.map(({ ruleId }) => ruleId)] as const,
    );
    return Object.fromEntries(idsByOperation.filter(([, ids]) => ids.length > 0));
  }
});

describe('a recorded success', () => {
  const rate = { currency: 'USD', value: 100 };
  /** The recordings have no requests: these are the bodies that lead to the recorded responses. */
  const sent: Readonly<Record<string, unknown>> = {
    'live-200-create-project': { name: 'Example Project', contactId: '00000000-0000-0000-0000-000000000007' },
    'live-200-create-task': { name: 'Example Task', rate, chargeType: 'TIME', estimateMinutes: 120 },
    'live-204-delete-task': undefined,
  };
  const successes = samples.filter(({ status }) => status < 300);

  test.each(successes)('has no findings: $id', async (sample) => {
    const { id, method, path, status, headers, body } = sample;
    const key: Header[] = method === 'POST' ? [['Idempotency-Key', id]] : [];
    const exchange = await captured({
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

/** Converts a recording to a HAR entry and captures it like the extension. */
async function captured(recorded: Recording, index = 0): Promise<Exchange> {
  const match = matchOperation(recorded.method, recorded.url);
  if (match === undefined) throw new Error(`${recorded.url} is not a request to Xero.`);
  const named = (headers: Recording['requestHeaders']) => headers.map(([name, value]) => ({ name, value }));
  const entry = {
    startedDateTime: new Date(recorded.startedMs).toISOString(),
    time: recorded.durationMs,
    request: {
      method: recorded.method,
      url: recorded.url,
      headers: named(recorded.requestHeaders),
      ...(recorded.requestBody === '' ? {} : { postData: { mimeType: '', text: recorded.requestBody } }),
      bodySize: recorded.requestBody.length,
    },
    response: {
      status: recorded.status,
      statusText: '',
      headers: named(recorded.responseHeaders),
      content: { size: recorded.responseBody.length, mimeType: '', text: recorded.responseBody },
    },
    timings: { send: 0, wait: recorded.durationMs, receive: 0 },
    // Without the fields that capture does not read.
  } as unknown as Entry;
  const exchange = createExchange(entry, { id: index + 1, match, readHeaders: createHeaderReader() });
  return { ...exchange, response: { ...exchange.response, body: await readResponseBody(entry) } };
}
