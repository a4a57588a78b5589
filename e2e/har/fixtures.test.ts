// Holds that the files beside this, as real tools wrote them, tell of each call what it was. `record.ts` makes them anew.

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { diagnose } from '../../src/core/diagnose/diagnose.ts';
import { runChecks } from '../../src/core/rules/checks/run-checks.ts';
import { importHar } from '../../src/import/import-har.ts';
import { traffic } from './traffic.ts';

const viaPage = [...traffic, { operation: 'getProjectUsers', diagnosis: 'cors-blocked' }];
/** Its har_dump writes nothing of a call without an answer. */
const viaMitmproxy = traffic.filter(({ diagnosis }) => diagnosis !== 'network-failure');

describe.each([
  { file: 'mitmproxy', calls: viaMitmproxy, token: 'jwt' },
  { file: 'chromium', calls: viaPage, token: 'jwt' },
  { file: 'chromium-sanitized', calls: viaPage, token: undefined },
  { file: 'firefox', calls: viaPage, token: 'jwt' },
])('the file $file', ({ file, calls, token }) => {
  const read = () => readFileSync(new URL(`./${file}.har`, import.meta.url), 'utf8');

  test('tells of each call its operation and its diagnosis, and of the refused body its fields', async () => {
    const { exchanges, problems } = await importHar(read());
    expect(problems).toEqual([]);
    const told = exchanges.map((each) => [each.match.operation, diagnose(each).id]);
    expect(told).toEqual(calls.map(({ operation, diagnosis }) => [operation, diagnosis]));
    const refused = exchanges.find((each) => diagnose(each).id === 'validation-failed');
    expect(refused?.request.body).toMatchObject({ kind: 'text', text: JSON.stringify(traffic[2]?.body) });
    expect(refused?.response.body.kind).toBe('text');
    expect(refused?.request.token?.kind).toBe(token);
    expect(refused?.durationMs).toBeGreaterThanOrEqual(0);
  });

  test('accuses no call of a token that the file does not hold, and lets none in that it holds', async () => {
    const har = read();
    const { exchanges } = await importHar(har);
    const found = exchanges.flatMap((each) => runChecks(each, exchanges)).map(({ ruleId }) => ruleId);
    expect(found.filter((id) => /^token-(missing|not)/.test(id))).toEqual([]);
    const tokens = new Set(har.match(/eyJ[\w-]{20,}/g));
    expect(tokens.size).toBeGreaterThan(0);
    for (const each of tokens) expect(JSON.stringify(exchanges)).not.toContain(each);
  });
});
