// No private value is in any export, redacted copy or report, wherever in an exchange it was, and no secret in any copy at all.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { captureEntry, privateEntry } from '../../testing/arbitraries/private-exchange.ts';
import { exchange } from '../../testing/exchange.ts';
import { outputsOf } from '../../testing/outputs-of.ts';
import { redactionClasses } from '../redact/classes.ts';

/** Milliseconds. Many exchanges in every output format: slow on a busy machine. */
const TIMEOUT_MS = 60_000;

const found = (values: readonly string[], out: string) => values.filter((each) => out.includes(each.toLowerCase()));

test(
  'no token or cookie is in any file, copy or report, whichever classes are redacted',
  async () => {
    const choice = fc.tuple(fc.subarray([...redactionClasses]), fc.boolean());
    const property = fc.asyncProperty(privateEntry, choice, async (generated, [classes, isRedacted]) => {
      expect(found(generated.secrets, outputsOf(await captureEntry(generated), classes, isRedacted))).toEqual([]);
    });
    await fc.assert(property, { numRuns: 120 });
  },
  TIMEOUT_MS,
);

test(
  'no token or cookie is in a captured exchange, and so neither in the panel nor in storage',
  async () => {
    const property = fc.asyncProperty(privateEntry, async (generated) => {
      expect(found(generated.secrets, JSON.stringify(await captureEntry(generated)).toLowerCase())).toEqual([]);
    });
    await fc.assert(property, { numRuns: 300 });
  },
  TIMEOUT_MS,
);

test.each(redactionClasses)(
  'redacting only %s removes them from every file, copy and report',
  async (chosen) => {
    const property = fc.asyncProperty(privateEntry, async (generated) => {
      expect(found(generated.people[chosen], outputsOf(await captureEntry(generated), [chosen]))).toEqual([]);
    });
    await fc.assert(property, { numRuns: 30 });
  },
  TIMEOUT_MS,
);

test(
  'redacting all classes removes every person and organisation from every file, copy and report',
  async () => {
    const property = fc.asyncProperty(privateEntry, async (generated) => {
      expect(
        found(Object.values(generated.people).flat(), outputsOf(await captureEntry(generated), redactionClasses)),
      ).toEqual([]);
    });
    await fc.assert(property, { numRuns: 60 });
  },
  TIMEOUT_MS,
);

test('deeply nested bodies can be exported', () => {
  const deep = exchange({ method: 'POST', sent: `{"name":${'['.repeat(15_000)}"Attic"${']'.repeat(15_000)}}` });
  expect(outputsOf(deep, redactionClasses)).toContain('['.repeat(15_000));
});
