// Measures the thinking alone: diagnosing many exchanges against only parsing the JSON in their bodies.

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
      target: 2,
    },
    { name: 'diagnosing 20,000 failed exchanges / JSON.parse', ...compareWithParsing(createFailedTraffic(20_000)) },
    { name: 'folding 100,000 exchanges into a session / diagnosing them', ...compareFolding(100_000), target: 1 },
  ];
}

function compareWithParsing(traffic: Traffic): Pick<Measure, 'ours' | 'control' | 'unit' | 'kind'> {
  const [ours, control]: [number[], number[]] = [[], []];
  for (let repetition = -1; repetition < REPETITIONS; repetition++) {
    const fresh = traffic.exchanges();
    const diagnosing = elapsedMs(() => fresh.reduce((read, each) => read + diagnose(each).id.length, 0));
    const parsing = elapsedMs(() => traffic.json.reduce((read, each) => read + (JSON.parse(each) ? 1 : 0), 0));
    // The first one warms up.
    if (repetition < 0) continue;
    ours.push(diagnosing);
    control.push(parsing);
  }
  return { ours: median(ours), control: median(control), unit: 'ms', kind: 'ratio' };
}

/** A busy log: time passes, tenants and answers change, as they do in the traffic that is diagnosed. */
function compareFolding(count: number): Pick<Measure, 'ours' | 'control' | 'unit' | 'kind'> {
  const traffic = createMixedTraffic(count);
  const [ours, control]: [number[], number[]] = [[], []];
  for (let repetition = -1; repetition < 3; repetition++) {
    const fresh = traffic.exchanges().map((each, index) => ({ ...each, startedMs: each.startedMs + index * 50 }));
    const session = createSession();
    const folding = elapsedMs(() => {
      for (const each of fresh) session.put(each);
      return session.calls.length;
    });
    const diagnosing = elapsedMs(() => fresh.reduce((read, each) => read + diagnose(each).id.length, 0));
    if (repetition < 0) continue;
    ours.push(folding);
    control.push(diagnosing);
  }
  return { ours: median(ours), control: median(control), unit: 'ms', kind: 'ratio' };
}

/** In ms. `work` gives what it found, so that none of it can be left out. */
function elapsedMs(work: () => number): number {
  const start = performance.now();
  if (work() === 0) throw new Error('There was nothing to do.');
  return performance.now() - start;
}
