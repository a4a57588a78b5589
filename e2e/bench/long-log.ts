// Measures a long log: what 10,000 exchanges weigh, and how the panel scrolls over them.

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
/** From here on a frame was missed. */
const SLOW_FRAME_MS = 33;

/** `browser` is fresh: its panel has not been opened. */
export async function measureLongLog(browser: BenchBrowser): Promise<Measure[]> {
  const before = await browser.heap();
  await withTimeout('the burst', runBurst(REQUESTS, browser.chromium), 300_000);
  await browser.chromium.openPanel();
  const bodyBytes = await browser.panel.evaluate(waitForBodies);
  const heapMB = ((await browser.heap()) - before - bodyBytes) / 1_000_000;
  const once = { kind: 'figure', note: 'once' } as const;
  return [
    { name: '10,000 held: heap grown, without bodies', ours: heapMB, unit: 'MB', target: 25, ...once },
    ...(await measureScrolling(browser, REQUESTS)),
    {
      name: '10,000 held: elements',
      ours: await browser.panel.evaluate(countElements),
      unit: '',
      target: 1000,
      ...once,
    },
  ];
}

/** The control is a plain list of as many rows in the same document: what it misses, the machine is to blame for. */
export async function measureScrolling({ panel }: BenchBrowser, rows: number): Promise<Measure[]> {
  const runs: Pair<number[][]> = { ours: [], control: [] };
  const scrolled = (list: string) => panel.evaluate(scroll, { list, frames: FRAMES, step: 300 });
  for (let repetition = 0; repetition < REPETITIONS; repetition++) {
    await panel.evaluate(showPlainList, { rows, rowHeight: 21 });
    runs.control.push(await scrolled('.plain-list'));
    await panel.evaluate(removePlainList);
    runs.ours.push(await scrolled('.grid-scroller'));
  }
  const slow = (times: number[]) => times.filter((each) => each > SLOW_FRAME_MS).length;
  const longest = (times: number[]) => Math.max(...times);
  const eachRun = (value: (times: number[]) => number) => formatRuns(runs.ours.map(value), runs.control.map(value));
  const name = (of: string) => `scrolling ${rows.toLocaleString('en')}: ${of}`;
  return [
    {
      name: name('slow frames'),
      ...medians(runs, slow),
      kind: 'figure',
      unit: `of ${FRAMES}`,
      target: 0,
      note: eachRun(slow),
    },
    {
      name: name('longest frame'),
      ...medians(runs, longest),
      kind: 'figure',
      unit: 'ms',
      target: SLOW_FRAME_MS,
      note: eachRun(longest),
    },
  ];
}
