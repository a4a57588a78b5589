// Exported files conform to the HAR 1.2 schema, whatever was captured.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyExchange } from '../../testing/arbitraries/exchange.ts';
import { harErrors } from '../../testing/har-schema.ts';
import { namedLogs } from '../../testing/logs.ts';
import { runToEnd } from '../../testing/run-to-end.ts';
import { exportFile } from '../export/export-file.ts';
import type { Exchange } from '../model/exchange.ts';
import { type RedactionClass, redactionClasses } from '../redact/classes.ts';

function fileOf(log: readonly Exchange[], classes: readonly RedactionClass[]): string {
  return runToEnd(exportFile({ format: 'har', chosen: log, log, classes, version: '1', nowMs: 0 })).join('');
}

test.each([
  ['unredacted', []],
  ['redacted', redactionClasses],
] as const)('every test log exports as valid HAR, %s', (_, classes) => {
  const wrong = namedLogs().flatMap(({ name, log }) => harErrors(fileOf(log, classes)).map((each) => [name, each]));
  expect(wrong).toEqual([]);
});

test('any exchanges export as valid HAR', () => {
  const logs = fc.array(anyExchange, { maxLength: 4 });
  const property = fc.property(logs, fc.subarray([...redactionClasses]), (log, classes) => {
    expect(harErrors(fileOf(log, classes))).toEqual([]);
  });
  fc.assert(property, { numRuns: 300 });
});

test('an invalid HAR is reported', () => {
  expect(harErrors('{"log":{"version":"1.2"}}')).not.toEqual([]);
});
