// An exported log, redacted or not, imports with the same diagnoses, checks and causes.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { serializeHar } from '../core/har/write-har.ts';
import type { Exchange } from '../core/model/exchange.ts';
import { redactionClasses } from '../core/redact/classes.ts';
import { createRedactor } from '../core/redact/redactor.ts';
import { anyExchange } from '../testing/arbitraries/exchange.ts';
import { exportableExchange } from '../testing/arbitraries/exportable-exchange.ts';
import { logWith, validRequest } from '../testing/arbitraries/valid-request.ts';
import { exchange } from '../testing/exchange.ts';
import { judgementsOf, namedLogs } from '../testing/logs.ts';
import { importHar } from './import-har.ts';

const exported = (log: readonly Exchange[]) => [...serializeHar(log, { version: '1.0' })].join('');
const reimport = async (log: readonly Exchange[]) => (await importHar(exported(log))).exchanges;

function redacted(log: readonly Exchange[]): Exchange[] {
  const redactor = createRedactor(redactionClasses);
  for (const each of log) redactor.collect(each);
  return log.map((each) => redactor.redact(each));
}

describe.each(namedLogs().map(({ name, log }) => [name, log] as const))('%s', (_, log) => {
  test('imports exactly as it was exported', async () => {
    const numbered = log.map((each, i): Exchange => ({ ...each, id: i + 1, source: 'import' }));
    expect(await reimport(numbered)).toEqual(numbered);
  });

  test('gets the same diagnoses and findings when redacted, exported and imported', async () => {
    const safe = redacted(log);
    expect(judgementsOf(safe)).toEqual(judgementsOf(log));
    expect(judgementsOf(await reimport(safe))).toEqual(judgementsOf(log));
  });
});

test('every field of any exchange survives export and import', async () => {
  const property = fc.asyncProperty(exportableExchange, async (each) => {
    expect(await reimport([each])).toEqual([each]);
  });
  await fc.assert(property, { numRuns: 300 });
}, 30_000);

test('a body that was pending has the same reason however often it is exported and imported', async () => {
  const base = exchange();
  const pending = { ...base, response: { ...base.response, body: { kind: 'pending', bytes: 5 } as const } };
  const once = await reimport([pending]);
  expect(once[0]?.response.body).toEqual({ kind: 'unavailable', reason: 'not-read', bytes: 5 });
  expect(await reimport(once)).toEqual(once);
  expect(exported(once)).toBe(exported([pending]));
});

test('any valid exchange in a log gets the same diagnoses and findings when redacted, exported and imported', async () => {
  const property = fc.asyncProperty(validRequest(), async (generated) => {
    const { log } = logWith(generated);
    expect(judgementsOf(await reimport(redacted(log)))).toEqual(judgementsOf(log));
  });
  await fc.assert(property, { numRuns: 60 });
}, 30_000);

test('any exchange can be redacted, exported and imported', async () => {
  const property = fc.asyncProperty(fc.array(anyExchange, { maxLength: 4 }), async (log) => {
    const { exchanges, unrelated, problems } = await importHar(exported(redacted(log)));
    expect(exchanges.length + unrelated + problems.length).toBe(log.length);
  });
  await fc.assert(property, { numRuns: 100 });
}, 30_000);

test('redaction is idempotent', () => {
  const logs = namedLogs().flatMap(({ log }) => log);
  const once = redacted(logs);
  expect(redacted(once)).toEqual(once);
});
