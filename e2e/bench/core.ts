// Measures the core without a browser: diagnosing many exchanges, relative to parsing the JSON in their bodies.

import { diagnose } from '../../src/core/diagnose/diagnose.ts';
import { createSession } from '../../src/core/session/session.ts';
import { createFailedTraffic, createMixedTraffic, type Traffic } from './core-traffic.ts';
import { median } from './statistics.ts';
import type { Measure } from './table.ts';

const REPETITIONS = 7;

export function measureCore(): Measure[] {
  return [
    {
      name: 'diagnosing 50,000 mixed exchanges / JSON.parse',
      ...compareWithParsing(createMixedTraffic(50_000)),
      target: 1,
    },
    { name: 'diagnosing 20,000 failed exchanges / JSON.parse', ...compareWithParsing(createFailedTraffic(20_000)) },
    { name: 'adding 100,000 exchanges to a session / diagnosing them', ...compareSession(100_000), target: 1 },
  ];
}

function compareWithParsing(traffic: Traffic): Pick<Measure, 'ours' | 'control' | 'unit' | 'kind'> {
  const [ours, control]: [number[], number[]] = [[], []];
  for (let repetition = -1; repetition < REPETITIONS; repetition++) {
    const fresh = traffic.exchanges();
    const diagnosing = elapsedMs(() => fresh.reduce((read, each) => read + diagnose(each).id.length, 0));
    const parsing = elapsedMs(() => traffic.json.reduce((read, each) => read + (JSON.parse(each) ? 1 : 0), 0));
    // The first repetition is a warm-up.
    if (repetition < 0) continue;
    ours.push(diagnosing);
    control.push(parsing);
  }
  return { ours: median(ours), control: median(control), unit: 'ms', kind: 'ratio' };
}

/** A busy log, with times, tenants and responses that vary. */
function compareSession(count: number): Pick<Measure, 'ours' | 'control' | 'unit' | 'kind'> {
  const traffic = createMixedTraffic(count);
  const [ours, control]: [number[], number[]] = [[], []];
  for (let repetition = -1; repetition < 3; repetition++) {
    const fresh = traffic.exchanges().map((each, index) => ({ ...each, startedMs: each.startedMs + index * 50 }));
    const session = createSession();
    const adding = elapsedMs(() => {
      for (const each of fresh) session.put(each);
      return session.exchanges.length;
    });
    const diagnosing = elapsedMs(() => fresh.reduce((read, each) => read + diagnose(each).id.length, 0));
    if (repetition < 0) continue;
    ours.push(adding);
    control.push(diagnosing);
  }
  return { ours: median(ours), control: median(control), unit: 'ms', kind: 'ratio' };
}

/** `work` returns a count, so that the engine can't optimize it away. */
function elapsedMs(work: () => number): number {
  const start = performance.now();
  if (work() === 0) throw new Error('The measured function did nothing.');
  return performance.now() - start;
}
