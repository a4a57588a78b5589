import { describe, expect, test } from 'vitest';
import { harErrors } from '../../testing/har-schema.ts';
import { createCollectedBody } from './collected-body.ts';
import { type RawExchange, toHarEntry } from './har-entry.ts';

const bodyOf = (...chunks: (string | Buffer)[]) => {
  const body = createCollectedBody();
  for (const each of chunks) body.add(each);
  return body;
};

// biome-ignore lint/suspicious/noExplicitAny: each test reads other fields of the entry
function entryOf(change: Partial<RawExchange>): any {
  const raw: RawExchange = {
    startedMs: Date.UTC(2026, 10, 30),
    method: 'POST',
    url: 'https://api.xero.com/projects.xro/2.0/Projects',
    pageRequest: undefined,
    requestHeaders: [['Content-Type', 'application/json']],
    requestBody: bodyOf('{"name":', '""}'),
    sentMs: 2,
    status: 400,
    statusText: 'Bad Request',
    responseHeaders: [['Content-Type', 'application/json']],
    responseBody: bodyOf('{}'),
    headersMs: 100,
    durationMs: 120.04,
    error: '',
    ...change,
  };
  return JSON.parse(JSON.stringify(toHarEntry(raw, 'timesheets', 7)));
}

describe('an entry', () => {
  test('is valid HAR', () => {
    const entry = entryOf({});
    const log = { version: '1.2', creator: { name: 'a', version: '1' }, entries: [entry] };
    expect(harErrors(JSON.stringify({ log }))).toEqual([]);
    expect(entry.time).toBe(120);
    expect(entry.timings).toEqual({ send: 2, wait: 98, receive: 20 });
    expect(entry._xeroServer).toEqual({ sequence: 7, app: 'timesheets' });
    expect(entry.request.postData).toEqual({ mimeType: 'application/json', text: '{"name":""}' });
    expect(entry.response.content).toEqual({ mimeType: 'application/json', text: '{}', size: 2 });
  });

  test('of a failed request has the error’s code and no response', () => {
    const none = { status: 0, statusText: '', responseHeaders: [], responseBody: bodyOf(), headersMs: undefined };
    const { response, timings } = entryOf({ ...none, sentMs: undefined, error: 'ECONNREFUSED' });
    expect(response).toMatchObject({ status: 0, headers: [], _error: 'ECONNREFUSED' });
    expect(timings).toEqual({ send: 0, wait: 120, receive: 0 });
  });

  test('has no secrets of an OAuth request', () => {
    const form = 'grant_type=refresh_token&refresh_token=Zq7Xk2Lm9Pw4&client_id=app&client_secret=Kk2Zq7Xk2Lm9';
    const tokens = { access_token: 'Zq7Xk2Lm9Pw4Rt6Y', refresh_token: 'Kk2Zq7Xk2Lm9', expires_in: 1800 };
    const entry = entryOf({
      url: 'https://user:Zq7Xk2Lm9@identity.xero.com/connect/token?client_secret=Zq7Xk2Lm9Pw4',
      requestHeaders: [
        ['Content-Type', 'application/x-www-form-urlencoded'],
        ['Authorization', 'Basic Zq7Xk2Lm9'],
      ],
      requestBody: bodyOf(form),
      responseBody: bodyOf(JSON.stringify(tokens)),
    });
    expect(JSON.stringify(entry)).not.toMatch(/Zq7Xk2Lm9|Kk2Zq7/);
    expect(entry.request.postData.text).toContain('client_id=app');
    expect(JSON.parse(entry.response.content.text)).toMatchObject({ expires_in: 1800, refresh_token: '[redacted]' });
  });

  test('has the start of a long body, and says how much is missing', () => {
    const { request, response } = entryOf({
      requestBody: bodyOf('x'.repeat(1_000_000), 'y'.repeat(1_000_000)),
      responseBody: bodyOf('x'.repeat(1_500_000)),
    });
    expect(request.postData.text).toHaveLength(1_048_576);
    expect(request.postData._unreadBytes).toBe(2_000_000 - 1_048_576);
    expect(request.bodySize).toBe(2_000_000);
    expect(response.content.text).toHaveLength(1_048_576);
    expect(response.content._unreadChars).toBe(1_500_000 - 1_048_576);
  });

  test('doesn’t have a body that isn’t text', () => {
    const { request } = entryOf({ requestBody: bodyOf(Buffer.from([0, 1, 2])) });
    expect(request.postData).toEqual({ mimeType: 'application/json', comment: 'Not stored: it isn’t text.' });
  });

  test('names the page’s request', () => {
    const pageRequest = {
      id: 4,
      method: 'POST',
      path: '/app/time',
      startedMs: Date.UTC(2026, 10, 30),
      underWay: 1,
      firstSequence: undefined,
      hasSentHeaders: false,
    };
    expect(entryOf({ pageRequest })._xeroServer.pageRequest).toEqual({
      id: 4,
      method: 'POST',
      path: '/app/time',
      startedDateTime: '2026-11-30T00:00:00.000Z',
    });
  });
});

test('bodies under way share a limit, and those that were taken free their share', () => {
  const megabyte = Buffer.alloc(1_000_000, 'x');
  const bodies = Array.from({ length: 20 }, () => bodyOf(megabyte));
  const taken = bodies.map((each) => each.take().length);
  const total = taken.reduce((sum, each) => sum + each, 0);
  expect(total).toBeGreaterThan(15_000_000);
  expect(total).toBeLessThanOrEqual(16_000_000);
  expect(bodies.every((each) => each.totalBytes() === 1_000_000)).toBe(true);
  expect(bodyOf(megabyte).take()).toHaveLength(1_000_000);
});

test('a chunk that the app changes afterwards is stored as it was sent', () => {
  const chunk = Buffer.from('first');
  const body = bodyOf(chunk);
  chunk.write('other');
  expect(String(body.take())).toBe('first');
});
