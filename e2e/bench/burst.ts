// Measures a burst of requests with the panel open: its cost for the page, DevTools and memory, and the time to render all rows.

import type { InspectedPage } from '../drivers/browser.ts';
import type { BenchBrowser, Observation } from './bench-browser.ts';
import { measureJank } from './jank.ts';
import { traceLongestTask } from './longest-task.ts';
import { pageMs, renderLagMs } from './observed-browser.ts';
import { sendBurst } from './page-scripts/page.ts';
import { countElements } from './page-scripts/panel.ts';
import { alternate, medians, type Pair } from './paired-runs.ts';
import { formatRuns, type Measure } from './table.ts';

const REQUESTS = 2000;
const REPETITIONS = 5;

/** One burst of `count` requests, six at a time, with responses of about a kilobyte. */
export function runBurst(count: number, { page }: { readonly page: InspectedPage }) {
  return page.evaluate(sendBurst, { requests: count, concurrency: 6, items: 2 });
}

/** `bare` has no extension. */
export async function measureBurst(
  browsers: Pair<BenchBrowser>,
  bare: { readonly page: InspectedPage },
): Promise<Measure[]> {
  const found = await alternate(browsers, REPETITIONS, measureOneBurst);
  const without = `no extension: ${Math.round(pageMs({ page: await runBurst(REQUESTS, bare) }))} ms, once`;
  const what = `burst of ${REQUESTS.toLocaleString('en')}`;
  return [
    ...ratioMeasures(found, what, without),
    ...figureMeasures(found, what),
    await measureLongestTask(browsers, what),
    ...(await measureJank(browsers, what, REQUESTS, ({ chromium }) => runBurst(REQUESTS, chromium))),
  ];
}

function ratioMeasures(found: Pair<Burst[]>, what: string, note: string): Measure[] {
  const common = { kind: 'ratio', unit: 'ms' } as const;
  const main = `${what}: main thread`;
  return [
    { name: `${what}: page's own time`, ...medians(found, pageMs), target: 1.1, note, ...common },
    { name: `${main}, extension`, ...medians(found, ({ mainThreadMs }) => mainThreadMs), target: 2, ...common },
    { name: `${main}, DevTools`, ...medians(found, ({ frontEndMs }) => frontEndMs), target: 2, ...common },
  ];
}

function figureMeasures(found: Pair<Burst[]>, what: string): Measure[] {
  const worst = (value: (burst: Burst) => number) => `worst ${Math.round(Math.max(...found.ours.map(value)))}`;
  const ms = { kind: 'figure', unit: 'ms' } as const;
  const taskMs = ({ longestTaskMs }: Burst) => longestTaskMs;
  const lag = { ...medians(found, renderLagMs), note: worst(renderLagMs), ...ms };
  const task = { ...medians(found, taskMs), zeroText: '< 50', note: worst(taskMs), ...ms };
  const heap = { ...medians(found, ({ heapMB }) => heapMB), target: 4, kind: 'figure', unit: 'MB' } as const;
  const count = { ...medians(found, ({ elements }) => elements), target: 1000, kind: 'figure', unit: '' } as const;
  return [
    { name: `${what}: last response to all rows rendered`, ...lag },
    { name: `${what}: longest task of the panel`, ...task },
    { name: `${what}: heap growth excluding bodies`, ...heap },
    { name: `${what}: elements in the panel`, ...count },
  ];
}

/** Separate from the timed repetitions: tracing doubles the wall time, though not the CPU time of a task. */
async function measureLongestTask(browsers: Pair<BenchBrowser>, what: string): Promise<Measure> {
  const found = await alternate(browsers, 2, (browser) =>
    traceLongestTask(browser, () => runBurst(REQUESTS, browser.chromium)),
  );
  return {
    name: `${what}: longest task, CPU time`,
    ...medians(found, (ms) => ms),
    kind: 'figure',
    unit: 'ms',
    note: formatRuns(found.ours),
  };
}

interface Burst extends Observation {
  readonly heapMB: number;
  readonly elements: number;
}

async function measureOneBurst(browser: BenchBrowser): Promise<Burst> {
  const before = await browser.heap();
  const watched = await browser.observe(REQUESTS, () => runBurst(REQUESTS, browser.chromium));
  const heapMB = ((await browser.heap()) - before - watched.bodyBytes) / 1_000_000;
  return { ...watched, heapMB, elements: await browser.panel.evaluate(countElements) };
}
