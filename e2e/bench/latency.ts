// Measures latency with slow traffic: from the moment when the page's `fetch` resolves to the row in the panel.

import type { ObservedBrowser, Rendering } from './observed-browser.ts';
import { sendSteadily } from './page-scripts/page.ts';
import { alternate, type Pair } from './paired-runs.ts';
import { percentile } from './statistics.ts';
import type { Measure } from './table.ts';

const REQUESTS = 200;
/** Not a multiple of a frame (16.7 ms): all requests of a run would come at the same time within a frame, by chance early or late. */
const INTERVAL_MS = 47;
const REPETITIONS = 2;

export async function measureLatency(browsers: Pair<ObservedBrowser>): Promise<Measure[]> {
  const found = await alternate(browsers, REPETITIONS, ({ observe, page }) =>
    observe(REQUESTS, () => page.evaluate(sendSteadily, { requests: REQUESTS, everyMs: INTERVAL_MS })),
  );
  const at = (percent: number) => ({
    ours: percentile(found.ours.flatMap(latencies), percent),
    control: percentile(found.control.flatMap(latencies), percent),
  });
  const common = { unit: 'ms', kind: 'ratio', note: `${REPETITIONS} x ${REQUESTS} requests each` } as const;
  return [
    { name: 'latency at 21 requests/s, p50', ...at(50), target: 2, ...common },
    { name: 'latency at 21 requests/s, p95', ...at(95), ...common },
  ];
}

/** Rows are rendered in the order of the responses, except for neighbours. */
function latencies({ page, shown }: Rendering): number[] {
  const sorted = [...page.responseMs].sort((a, b) => a - b);
  return sorted.map((responseMs, index) => {
    const rendered = shown.find(([more]) => more > index);
    if (rendered === undefined) throw new Error(`Request ${index + 1} was never rendered.`);
    return rendered[1] - responseMs;
  });
}
