// Measures a long log: what 10,000 exchanges weigh, and how the panel scrolls over them.

import { within } from '../drivers/wait-for.ts';
import type { BenchBrowser } from './bench-browser.ts';
import { burstOf } from './burst.ts';
import { layPlainList, scroll, takePlainListAway } from './page-scripts/frames.ts';
import { bodiesRead, elements } from './page-scripts/panel.ts';
import { medians, type Pair } from './paired-runs.ts';
import { type Measure, noteEach } from './table.ts';

const requests = 10_000;
const repetitions = 5;
const frames = 300;
/** From here on a frame was missed. */
const slowMs = 33;

/** `browser` is fresh: its panel has not been opened. */
export async function measureLongLog(browser: BenchBrowser): Promise<Measure[]> {
  const before = await browser.heap();
  await within('the burst', burstOf(requests, browser.chromium), 300_000);
  await browser.chromium.openPanel();
  const bodyBytes = await browser.panel.evaluate(bodiesRead);
  const heapMB = ((await browser.heap()) - before - bodyBytes) / 1_000_000;
  const once = { of: 'figure', note: 'once' } as const;
  return [
    { name: '10,000 held: heap grown, without bodies', ours: heapMB, unit: 'MB', target: 25, ...once },
    ...(await measureScrolling(browser, requests)),
    { name: '10,000 held: elements', ours: await browser.panel.evaluate(elements), unit: '', target: 1000, ...once },
  ];
}

/** The control is a plain list of as many rows in the same document: what it misses, the machine is to blame for. */
export async function measureScrolling({ panel }: BenchBrowser, rows: number): Promise<Measure[]> {
  const runs: Pair<number[][]> = { ours: [], control: [] };
  const scrolled = (list: string) => panel.evaluate(scroll, { list, frames, step: 300 });
  for (let repetition = 0; repetition < repetitions; repetition++) {
    await panel.evaluate(layPlainList, { rows, rowHeight: 21 });
    runs.control.push(await scrolled('.plain-list'));
    await panel.evaluate(takePlainListAway);
    runs.ours.push(await scrolled('.grid-scroller'));
  }
  const slow = (times: number[]) => times.filter((each) => each > slowMs).length;
  const longest = (times: number[]) => Math.max(...times);
  const eachRun = (value: (times: number[]) => number) => noteEach(runs.ours.map(value), runs.control.map(value));
  const name = (of: string) => `scrolling ${rows.toLocaleString('en')}: ${of}`;
  return [
    {
      name: name('slow frames'),
      ...medians(runs, slow),
      of: 'figure',
      unit: `of ${frames}`,
      target: 0,
      note: eachRun(slow),
    },
    {
      name: name('longest frame'),
      ...medians(runs, longest),
      of: 'figure',
      unit: 'ms',
      target: slowMs,
      note: eachRun(longest),
    },
  ];
}
