// Imports the HAR files in this folder, which real tools wrote. `record.ts` records them again.

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { diagnose } from '../../src/core/diagnose/diagnose.ts';
import { runChecks } from '../../src/core/rules/run-checks/run-checks.ts';
import { importHar } from '../../src/import/import-har.ts';
import { traffic } from './traffic.ts';

const viaPage = [...traffic, { operation: 'getProjectUsers', diagnosis: 'cors-blocked' }];
/** mitmproxy's har_dump omits requests without a response. */
const viaMitmproxy = traffic.filter(({ diagnosis }) => diagnosis !== 'network-failure');

describe.each([
  { file: 'mitmproxy', requests: viaMitmproxy, token: 'jwt' },
  { file: 'chromium', requests: viaPage, token: 'jwt' },
  { file: 'chromium-sanitized', requests: viaPage, token: undefined },
  { file: 'firefox', requests: viaPage, token: 'jwt' },
])('the file $file', ({ file, requests, token }) => {
  const read = () => readFileSync(new URL(`./${file}.har`, import.meta.url), 'utf8');

  test('yields the operation and diagnosis of each request, and the rejected body', async () => {
    const { exchanges, problems } = await importHar(read());
    expect(problems).toEqual([]);
    const diagnosed = exchanges.map((each) => [each.match.operation, diagnose(each).id]);
    expect(diagnosed).toEqual(requests.map(({ operation, diagnosis }) => [operation, diagnosis]));
    const rejected = exchanges.find((each) => diagnose(each).id === 'validation-failed');
    expect(rejected?.request.body).toMatchObject({ kind: 'text', text: JSON.stringify(traffic[2]?.body) });
    expect(rejected?.response.body.kind).toBe('text');
    expect(rejected?.request.token?.kind).toBe(token);
    expect(rejected?.durationMs).toBeGreaterThanOrEqual(0);
  });

  test('reports no missing token if the file omits tokens, and imports no token', async () => {
    const har = read();
    const { exchanges } = await importHar(har);
    const found = exchanges.flatMap((each) => runChecks(each, exchanges)).map(({ ruleId }) => ruleId);
    expect(found.filter((id) => /^token-(missing|not)/.test(id))).toEqual([]);
    const tokens = new Set(har.match(/eyJ[\w-]{20,}/g));
    expect(tokens.size).toBeGreaterThan(0);
    for (const each of tokens) expect(JSON.stringify(exchanges)).not.toContain(each);
  });
});
