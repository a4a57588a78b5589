// Whatever the custom field of a file contains, the entry is matched as if the field weren't there, and all imported values are within bounds.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createLog } from '../log/create-log.ts';
import { countBodyBytes } from '../log/exchange-bytes.ts';
import { anyValue } from '../testing/arbitraries/exchange.ts';
import { fuzzRuns } from '../testing/fuzz-runs.ts';
import { judgementsOf } from '../testing/logs.ts';
import { importHar } from './import-har.ts';

const root = 'https://api.xero.com/projects.xro/2.0';
const dayMs = 86_400_000;

const anyNumber = fc.constantFrom<unknown>(1e308, -1e308, 1e12, -1e12, 1e9, -1, -0, 0.5, 7, 1e21, 'NaN', '1e400', null);
const huge = fc.constantFrom('x', '`', '\u202e', '9', '/').map((each) => each.repeat(4_000));
const deep = fc.constant(JSON.parse(`${'[{"a":'.repeat(200)}1${'}]'.repeat(200)}`) as unknown);
const anything = fc.oneof({ weight: 3, arbitrary: anyNumber }, anyValue, huge, deep);
const mostly = (...valid: unknown[]) => fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...valid) }, anything);
/** Some of the fields, most with a value of the right kind. */
const fields = (each: Record<string, fc.Arbitrary<unknown>>) => fc.record(each, { requiredKeys: [] });

const anyBody = fields({
  kind: mostly('text', 'text', 'none', 'binary', 'pending', 'unavailable'),
  reason: mostly('evicted', 'not-read'),
  bytes: anything,
  missingChars: anything,
  note: anything,
  detail: anything,
});

const anyOwnFields = fc.record(
  {
    matchedBy: mostly('host', 'path', 'mapped'),
    path: mostly('/Projects', '/', '/Projects/1/Tasks', '//evil.example/Projects', '?', null),
    operation: anything,
    url: mostly(`${root}/Projects`, 'https://evil.example/projects.xro/2.0/Projects', 'file:///etc/passwd', 'data:,x'),
    startedMs: anything,
    durationMs: anything,
    token: fields({
      kind: mostly('jwt', 'opaque', 'missing'),
      scheme: anything,
      fingerprint: mostly('0a1b2c3d', 'secret'),
      length: anything,
      issuer: anything,
      clientId: anything,
      scopes: fc.oneof(fc.array(anything, { maxLength: 5 }), fc.constant(Array(5_000).fill('projects')), anything),
      notBeforeMs: anything,
      expiresMs: anything,
    }),
    failure: fields({ kind: mostly('cors', 'aborted', 'network'), message: anything }),
    preflight: fields({ status: anything, durationMs: anything }),
    viaServiceWorker: anything,
    server: fields({
      process: mostly('0a1b2c3d', 'secret'),
      sequence: anything,
      app: anything,
      pageRequest: fields({
        id: mostly(1, 1.5, -1),
        method: mostly('GET', '<script>'),
        path: mostly('/app/time', '/a?token=secret', `/${'x'.repeat(100_000)}`, 'https://evil.example/'),
        startedDateTime: mostly('2026-11-22T14:02:41Z', '+099999-01-01T00:00:00Z'),
        outcome: fields({ status: anything, durationMs: anything }),
      }),
    }),
    requestBody: anyBody,
    responseBody: anyBody,
  },
  { requiredKeys: ['matchedBy', 'requestBody', 'responseBody'] },
);

const anyEntry = fc
  .record({
    url: fc.constantFrom(
      `${root}/Projects`,
      `${root}/Projects/254553fa-2be8-4b22-8b0a-0f3b6a1f5c11/Tasks?page=1`,
      'https://api.xero.com/connections',
      'https://app.example/api/projects.xro/2.0/ProjectsUsers',
      'https://app.example/mapped/Projects',
      'https://app.example/other',
      'file:///projects.xro/2.0/Projects',
      'javascript:alert(1)//projects.xro/2.0/Projects',
      'data:text/html,https://api.xero.com/projects.xro/2.0/Projects',
    ),
    method: fc.constantFrom('GET', 'POST'),
    headers: fc.constantFrom([], [{ name: 'Authorization', value: '[token 0a1b2c3d, not kept]' }]),
    postData: fc.constantFrom(undefined, { text: '{"name":"é"}' }),
    status: fc.constantFrom(0, 200, 404),
    content: fc.constantFrom({}, { text: '{"items":[]}' }, { text: 'x'.repeat(100_000), size: 1e12 }, { size: 1e308 }),
    time: anything,
    timings: fc.oneof(fields({ wait: anything, blocked: anything }), anything),
    startedDateTime: mostly('2026-11-22T14:02:41Z', '1970-01-01T00:00:00Z', '+099999-01-01T00:00:00Z'),
  })
  .map(({ url, method, headers, postData, status, content, ...times }) => ({
    ...times,
    request: { url, method, headers, postData },
    response: { status, headers: [], content },
  }));

const importEntries = (entries: readonly unknown[]) =>
  importHar(JSON.stringify({ log: { entries } }), { mappings: ['/mapped'] });

test('custom fields change neither URL nor operation, and can’t exceed any bound', async () => {
  const property = fc.asyncProperty(anyEntry, anyOwnFields, async (entry, custom) => {
    const withStatus = { ...entry, response: { ...entry.response, status: 200 } };
    const [plain] = (await importEntries([withStatus])).exchanges;
    const { exchanges, problems } = await importEntries([{ ...entry, _xeroProjects: custom }]);
    expect(problems.filter(({ reason }) => reason !== 'The file has no response to this request.')).toEqual([]);
    const [imported] = exchanges;
    if (plain !== undefined && problems.length === 0) expect(exchanges).toHaveLength(1);
    if (imported === undefined) return;
    // An entry that matches by neither host nor mapping is listed only if its own URL ends with the path.
    const { matchedBy, operation, path } = imported.match;
    if (plain === undefined) {
      expect(imported.match).toMatchObject({ matchedBy: 'mapped' });
      expect(path === '/' || new URL(entry.request.url).pathname.endsWith(path ?? '?')).toBe(true);
    } else {
      expect({ matchedBy, operation, path }).toEqual(plain.match);
    }
    expect(imported.request.url).toBe(entry.request.url);
    expect(imported.request.url).toMatch(/^https?:/);

    const { startedMs, durationMs, preflight } = imported;
    expect(Number.isNaN(startedMs) || (startedMs >= Date.UTC(2000) && startedMs <= Date.UTC(2100))).toBe(true);
    for (const ms of [durationMs, preflight?.durationMs]) {
      if (ms !== undefined) expect(ms >= 0 && ms <= dayMs).toBe(true);
    }
    for (const body of [imported.request.body, imported.response.body]) {
      if (body.kind === 'text') expect(body.bytes - (body.missingChars ?? 0)).toBe(Buffer.byteLength(body.text));
      else if (body.kind !== 'none' && body.bytes !== undefined) {
        expect(Number.isInteger(body.bytes) && body.bytes >= 0 && body.bytes <= 1e10).toBe(true);
      }
    }
    const { body, ...rest } = imported.response;
    const { body: requestBody, ...request } = imported.request;
    const withoutText = {
      ...imported,
      request,
      response: rest,
      bodies: [body, requestBody].filter((b) => b.kind !== 'text'),
    };
    expect(JSON.stringify(withoutText).length).toBeLessThan(150_000);
    judgementsOf(exchanges);
  });
  await fc.assert(property, { numRuns: fuzzRuns(300) });
}, 600_000);

test('custom fields don’t change what the log counts and evicts', async () => {
  const property = fc.asyncProperty(fc.array(fc.tuple(anyEntry, anyOwnFields), { maxLength: 6 }), async (pairs) => {
    const entries = pairs.map(([entry, custom]) => ({ ...entry, _xeroProjects: custom }));
    const { exchanges } = await importEntries(entries);
    const log = createLog({ maxExchanges: 50, maxBytes: 200_000 });
    log.appendAll(exchanges);
    const counted = log.exchanges.reduce((sum, each) => sum + countBodyBytes(each), 0);
    const measured = log.exchanges
      .flatMap(({ request, response }) => [request.body, response.body])
      .reduce((sum, body) => sum + (body.kind === 'text' ? Buffer.byteLength(body.text) : 0), 0);
    expect(log.totals.bodyBytes).toBe(counted);
    expect(counted).toBe(measured);
    expect(counted).toBeLessThanOrEqual(200_000);
    expect(log.exchanges).toHaveLength(exchanges.length);
  });
  await fc.assert(property, { numRuns: fuzzRuns(150) });
}, 600_000);
