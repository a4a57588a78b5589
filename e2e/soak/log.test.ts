// The log alone: a million exchanges in constant time for each, and bounded memory.

import { expect, test } from 'vitest';
import { createLog, defaultLimits } from '../../src/log/create-log.ts';
import { exchange } from '../../src/testing/exchange.ts';
import { reportFigure, soakRuns } from './soak-scale.ts';

test('a million exchanges stay within the bounds of the log', () => {
  const count = soakRuns(1_000_000, 60_000);
  const log = createLog();
  const tenths: number[] = [];
  const template = exchange({ body: `{"items":[${'"x",'.repeat(200)}0]}` });
  for (let tenth = 0; tenth < 10; tenth++) {
    const startMs = performance.now();
    for (let i = 0; i < count / 10; i++) {
      const id = log.nextId();
      log.upsert({ ...template, id, startedMs: template.startedMs + id });
    }
    tenths.push(performance.now() - startMs);
  }
  expect(log.exchanges.length).toBeLessThanOrEqual(defaultLimits.maxExchanges);
  expect(log.totals.bodyBytes).toBeLessThanOrEqual(defaultLimits.maxBytes);
  expect(log.totals.evictedExchanges).toBe(count - log.exchanges.length);
  const [first = 0, last = 0] = [tenths[0], tenths[9]];
  reportFigure(
    'Puts into the log',
    `${count}, last tenth ${(last / first).toFixed(2)} times the first (${Math.round(last)} ms)`,
  );
});
