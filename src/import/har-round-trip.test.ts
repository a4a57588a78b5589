// Holds that what is taken away, redacted or not, comes back as the same: the same diagnoses, checks and causes.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { serializeHar } from '../core/har/write-har.ts';
import type { Exchange } from '../core/model/exchange.ts';
import { redactionClasses } from '../core/redact/classes.ts';
import { createRedactor } from '../core/redact/redactor.ts';
import { anyExchange } from '../testing/arbitraries/exchange.ts';
import { logWith, validCall } from '../testing/arbitraries/valid-call.ts';
import { judgementsOf, namedLogs } from '../testing/logs.ts';
import { importHar } from './import-har.ts';

const written = (log: readonly Exchange[]) => [...serializeHar(log, { version: '1.0' })].join('');
const back = async (log: readonly Exchange[]) => (await importHar(written(log))).exchanges;

function redacted(log: readonly Exchange[]): Exchange[] {
  const redactor = createRedactor(redactionClasses);
  for (const each of log) redactor.collect(each);
  return log.map((each) => redactor.redact(each));
}

describe.each(namedLogs().map(({ name, log }) => [name, log] as const))('%s', (_, log) => {
  test('comes back with all that is known of it', async () => {
    const numbered = log.map((each, i) => ({ ...each, id: i + 1 }));
    expect(await back(numbered)).toEqual(numbered);
  });

  test('is judged alike when it is redacted, and when that comes back', async () => {
    const safe = redacted(log);
    expect(judgementsOf(safe)).toEqual(judgementsOf(log));
    expect(judgementsOf(await back(safe))).toEqual(judgementsOf(log));
  });
});

test('any valid call, with others before it, is judged alike when it was redacted, taken out and brought in', async () => {
  const property = fc.asyncProperty(validCall(), async (call) => {
    const { log } = logWith(call);
    expect(judgementsOf(await back(redacted(log)))).toEqual(judgementsOf(log));
  });
  await fc.assert(property, { numRuns: 60 });
}, 30_000);

test('whatever is in an exchange, it can be redacted, taken out and brought in', async () => {
  const property = fc.asyncProperty(fc.array(anyExchange, { maxLength: 4 }), async (log) => {
    const { exchanges, problems } = await importHar(written(redacted(log)));
    expect(exchanges.length + problems.length).toBe(log.length);
  });
  await fc.assert(property, { numRuns: 100 });
}, 30_000);

test('what is redacted twice is as if redacted once', () => {
  const logs = namedLogs().flatMap(({ log }) => log);
  const once = redacted(logs);
  expect(redacted(once)).toEqual(once);
});
