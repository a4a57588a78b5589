// Measures a long log: the heap of 10,000 exchanges, and scrolling over them.

import { withTimeout } from '../drivers/wait-for.ts';
import type { BenchBrowser } from './bench-browser.ts';
import { runBurst } from './burst.ts';
import { removePlainList, scroll, showPlainList } from './page-scripts/frames.ts';
import { countElements, waitForBodies } from './page-scripts/panel.ts';
import { medians, type Pair } from './paired-runs.ts';
import { formatRuns, type Measure } from './table.ts';

const REQUESTS = 10_000;
const REPETITIONS = 5;
const FRAMES = 300;
/** A frame that takes longer has missed a refresh of the display. */
const SLOW_FRAME_MS = 33;

/** `browser` must be new, with its panel not yet opened. */
export async function measureLongLog(browser: BenchBrowser): Promise<Measure[]> {
  const before = await browser.heap();
  await withTimeout('the burst', runBurst(REQUESTS, browser.chromium), 300_000);
  await browser.chromium.openPanel();
  const bodyBytes = await browser.panel.evaluate(waitForBodies);
  const heapMB = ((await browser.heap()) - before - bodyBytes) / 1_000_000;
  const once = { kind: 'figure', note: 'once' } as const;
  return [
    { name: '10,000 exchanges: heap growth excluding bodies', ours: heapMB, unit: 'MB', target: 20, ...once },
    ...(await measureScrolling(browser, REQUESTS)),
    {
      name: '10,000 exchanges: elements',
      ours: await browser.panel.evaluate(countElements),
      unit: '',
      target: 1000,
      ...once,
    },
  ];
}

/** The control is a plain list of as many rows in the same document, whose slow frames are the machine's. */
export async function measureScrolling({ panel }: BenchBrowser, rows: number): Promise<Measure[]> {
  const runs: Pair<number[][]> = { ours: [], control: [] };
  const scrollList = (list: string) => panel.evaluate(scroll, { list, frames: FRAMES, step: 300 });
  for (let repetition = 0; repetition < REPETITIONS; repetition++) {
    await panel.evaluate(showPlainList, { rows, rowHeight: 21 });
    runs.control.push(await scrollList('.plain-list'));
    await panel.evaluate(removePlainList);
    runs.ours.push(await scrollList('.grid-scroller'));
  }
  const slow = (times: number[]) => times.filter((each) => each > SLOW_FRAME_MS).length;
  const longest = (times: number[]) => Math.max(...times);
  const eachRun = (value: (times: number[]) => number) => formatRuns(runs.ours.map(value), runs.control.map(value));
  const name = (measure: string) => `scrolling ${rows.toLocaleString('en')}: ${measure}`;
  return [
    {
      name: name('slow frames'),
      ...medians(runs, slow),
      kind: 'figure',
      unit: `of ${FRAMES}`,
      target: medians(runs, slow).control + 1,
      note: eachRun(slow),
    },
    {
      name: name('longest frame'),
      ...medians(runs, longest),
      kind: 'figure',
      unit: 'ms',
      note: eachRun(longest),
    },
  ];
}
