// Measures a burst of calls with the panel open: what it costs the page, DevTools and memory, and how soon all of it is shown.

import type { Chromium } from '../drivers/chromium.ts';
import type { BenchBrowser, Watched } from './bench-browser.ts';
import { measureStalls } from './jank.ts';
import { busiestTask } from './longest-task.ts';
import { burst } from './page-scripts/page.ts';
import { elements } from './page-scripts/panel.ts';
import { alternate, medians, type Pair } from './paired-runs.ts';
import { type Measure, noteEach } from './table.ts';

const requests = 2000;
const repetitions = 5;

/** One burst of `count` calls, six at a time, about a kilobyte each. */
export function burstOf(count: number, { page }: Chromium) {
  return page.evaluate(burst, { requests: count, parallel: 6, items: 2 });
}

/** `bare` has no extension. */
export async function measureBurst(browsers: Pair<BenchBrowser>, bare: Chromium): Promise<Measure[]> {
  const found = await alternate(browsers, repetitions, meteredBurst);
  const without = `no extension: ${Math.round(pageMs({ page: await burstOf(requests, bare) }))} ms, once`;
  const what = `burst of ${requests}`;
  return [
    ...costs(found, what, without),
    ...figures(found, what),
    await measureBusiestTask(browsers, what),
    ...(await measureStalls(browsers, what, requests, ({ chromium }) => burstOf(requests, chromium))),
  ];
}

function costs(found: Pair<Burst[]>, what: string, note: string): Measure[] {
  const common = { of: 'ratio', unit: 'ms' } as const;
  const main = `${what}: main thread`;
  return [
    { name: `${what}: page's own time`, ...medians(found, pageMs), target: 1.1, note, ...common },
    { name: `${main}, extension`, ...medians(found, ({ mainThreadMs }) => mainThreadMs), target: 3, ...common },
    { name: `${main}, DevTools`, ...medians(found, ({ frontEndMs }) => frontEndMs), target: 3, ...common },
  ];
}

function figures(found: Pair<Burst[]>, what: string): Measure[] {
  const worst = (value: (of: Burst) => number) => `worst ${Math.round(Math.max(...found.ours.map(value)))}`;
  const ms = { of: 'figure', unit: 'ms' } as const;
  const taskMs = ({ longestTaskMs }: Burst) => longestTaskMs;
  const lag = { ...medians(found, lagMs), target: 150, note: worst(lagMs), ...ms };
  const task = { ...medians(found, taskMs), target: 49.9, none: '< 50', note: worst(taskMs), ...ms };
  const heap = { ...medians(found, ({ heapMB }) => heapMB), target: 6, of: 'figure', unit: 'MB' } as const;
  const count = { ...medians(found, ({ elements }) => elements), target: 1000, of: 'figure', unit: '' } as const;
  return [
    { name: `${what}: last response to all shown`, ...lag },
    { name: `${what}: longest task of the panel`, ...task },
    { name: `${what}: heap grown, without bodies`, ...heap },
    { name: `${what}: elements in the panel`, ...count },
  ];
}

/** Apart from the timed repetitions: to trace makes all of it take twice as long, though no task works longer. */
async function measureBusiestTask(browsers: Pair<BenchBrowser>, what: string): Promise<Measure> {
  const found = await alternate(browsers, 2, (browser) =>
    busiestTask(browser, () => burstOf(requests, browser.chromium)),
  );
  return {
    name: `${what}: longest task, by the processor's clock`,
    ...medians(found, (ms) => ms),
    of: 'figure',
    unit: 'ms',
    target: 49.9,
    note: noteEach(found.ours),
  };
}

interface Burst extends Watched {
  readonly heapMB: number;
  readonly elements: number;
}

async function meteredBurst(browser: BenchBrowser): Promise<Burst> {
  const before = await browser.heap();
  const watched = await browser.watch(requests, () => burstOf(requests, browser.chromium));
  const heapMB = ((await browser.heap()) - before - watched.bodyBytes) / 1_000_000;
  return { ...watched, heapMB, elements: await browser.panel.evaluate(elements) };
}

function pageMs({ page }: Pick<Watched, 'page'>): number {
  return page.endMs - page.startMs;
}

function lagMs({ page, shown }: Watched): number {
  return (shown.at(-1)?.[1] ?? Number.NaN) - page.endMs;
}
