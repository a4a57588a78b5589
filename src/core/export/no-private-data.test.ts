// Holds that nothing private leaves, in whatever place of a call it was, by whatever way it is taken out.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { heard, privateCall } from '../../testing/arbitraries/private-exchange.ts';
import { exchange } from '../../testing/exchange.ts';
import { runToEnd } from '../../testing/run-to-end.ts';
import { copyFormats, renderCopy } from '../copy/copy-formats.ts';
import type { Exchange } from '../model/exchange.ts';
import { type RedactionClass, redactionClasses } from '../redact/classes.ts';
import { exportFile } from './export-file.ts';

/** Many calls, each in every form: it takes its time where others work as well. */
const patience = 60_000;

/** Every form in which an exchange leaves, in lower case. */
function outputsOf(exchange: Exchange, classes: readonly RedactionClass[]): string {
  const log = [exchange];
  const files = (['har', 'diagnoses'] as const).flatMap((format) =>
    runToEnd(exportFile({ format, chosen: log, log, classes, version: '1', nowMs: 0 })),
  );
  const texts = copyFormats.flat().map((copy) => runToEnd(renderCopy(copy, { exchange, log, classes, nowMs: 0 })).text);
  return [...files, ...texts].join('\n').toLowerCase();
}

const found = (values: readonly string[], out: string) => values.filter((each) => out.includes(each.toLowerCase()));

test(
  'no token and no cookie is in any file, copy or report, whatever else is chosen',
  async () => {
    const property = fc.asyncProperty(privateCall, fc.subarray([...redactionClasses]), async (call, classes) => {
      expect(found(call.secrets, outputsOf(await heard(call), classes))).toEqual([]);
    });
    await fc.assert(property, { numRuns: 200 });
  },
  patience,
);

test(
  'no token and no cookie is in an exchange as it is held, and so neither on the page nor in storage',
  async () => {
    const property = fc.asyncProperty(privateCall, async (call) => {
      expect(found(call.secrets, JSON.stringify(await heard(call)).toLowerCase())).toEqual([]);
    });
    await fc.assert(property, { numRuns: 500 });
  },
  patience,
);

test.each(redactionClasses)(
  'with %s chosen alone, none of them is in any file, copy or report',
  async (chosen) => {
    const property = fc.asyncProperty(privateCall, async (call) => {
      expect(found(call.people[chosen], outputsOf(await heard(call), [chosen]))).toEqual([]);
    });
    await fc.assert(property, { numRuns: 60 });
  },
  patience,
);

test(
  'with all chosen, nothing of a person or an organisation is in any file, copy or report',
  async () => {
    const property = fc.asyncProperty(privateCall, async (call) => {
      expect(found(Object.values(call.people).flat(), outputsOf(await heard(call), redactionClasses))).toEqual([]);
    });
    await fc.assert(property, { numRuns: 100 });
  },
  patience,
);

test('a body of lists in lists, however many, keeps no file from being written', () => {
  const deep = exchange({ method: 'POST', sent: `{"name":${'['.repeat(15_000)}"Attic"${']'.repeat(15_000)}}` });
  expect(outputsOf(deep, redactionClasses)).toContain('['.repeat(15_000));
});
