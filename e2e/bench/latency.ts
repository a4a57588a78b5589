// Measures how soon a call is shown while traffic is slow: from the moment the page's `fetch` resolves to the row in the panel.

import type { BenchBrowser, Observation } from './bench-browser.ts';
import { sendSteadily } from './page-scripts/page.ts';
import { alternate, type Pair } from './paired-runs.ts';
import { percentile } from './statistics.ts';
import type { Measure } from './table.ts';

const REQUESTS = 200;
const INTERVAL_MS = 50;
const REPETITIONS = 2;

export async function measureLatency(browsers: Pair<BenchBrowser>): Promise<Measure[]> {
  const found = await alternate(browsers, REPETITIONS, ({ observe, chromium }) =>
    observe(REQUESTS, () => chromium.page.evaluate(sendSteadily, { requests: REQUESTS, everyMs: INTERVAL_MS })),
  );
  const at = (percent: number) => ({
    ours: percentile(found.ours.flatMap(latencies), percent),
    control: percentile(found.control.flatMap(latencies), percent),
  });
  const common = { unit: 'ms', kind: 'ratio', note: `${REPETITIONS} x ${REQUESTS} calls each` } as const;
  return [
    { name: 'latency at 20 requests/s, p50', ...at(50), target: 2, ...common },
    { name: 'latency at 20 requests/s, p95', ...at(95), ...common },
  ];
}

/** The calls are shown in the order in which they were answered, but for neighbours. */
function latencies({ page, shown }: Observation): number[] {
  const sorted = [...page.responseMs].sort((a, b) => a - b);
  return sorted.map((answered, index) => {
    const seen = shown.find(([more]) => more > index);
    if (seen === undefined) throw new Error(`Call ${index + 1} was never shown.`);
    return seen[1] - answered;
  });
}
