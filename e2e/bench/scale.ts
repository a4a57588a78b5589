// Measures a full log: 50,000 exchanges, put straight into it, for real calls would take minutes.

import { within } from '../drivers/wait-for.ts';
import { type BenchBrowser, openBenchBrowser } from './bench-browser.ts';
import { burstOf } from './burst.ts';
import { measureScrolling } from './long-log.ts';
import { endStalls, noteStalls } from './page-scripts/frames.ts';
import { fillLog, sortBy, typeFilter } from './page-scripts/long-list.ts';
import { elements } from './page-scripts/panel.ts';
import { timeOpening } from './panel-open.ts';
import { projectList } from './project-list.ts';
import { type BenchServer, startServer } from './server.ts';
import { median } from './statistics.ts';
import { type Measure, noteEach } from './table.ts';

const count = 50_000;
const note = 'put straight into the log';
const queries = ['organisation', 'status:4xx', 'tasks'] as const;
const columns = ['diagnosis', 'path', 'duration'] as const;

/** `extension` is the folder of a build. */
export async function measureScale(extension: string): Promise<Measure[]> {
  const server = await startServer();
  try {
    return [...(await fullLog(extension, server)), ...(await openings(extension, server))];
  } finally {
    server.close();
  }
}

async function fullLog(extension: string, server: BenchServer): Promise<Measure[]> {
  const browser = await openBenchBrowser(extension, server.url);
  try {
    await browser.chromium.openPanel();
    const heldUpByNone = await heldUp(browser);
    const before = await browser.heap();
    await within('the exchanges', browser.panel.evaluate(fillLog, { count, body: projectList(2) }), 120_000);
    const scrolling = await measureScrolling(browser, count);
    return [
      ...scrolling,
      {
        name: '50,000 held: elements',
        ours: await browser.panel.evaluate(elements),
        of: 'figure',
        unit: '',
        target: 1000,
      },
      ...(await filtering(browser)),
      ...(await sorting(browser, heldUpByNone)),
      await weight(browser, before),
    ];
  } finally {
    await browser.chromium.close();
  }
}

async function filtering({ panel }: BenchBrowser): Promise<Measure[]> {
  const measures: Measure[] = [];
  for (const query of queries) {
    const times = await within('the filter', panel.evaluate(typeFilter, query), 60_000);
    measures.push({
      name: `filtering 50,000 by "${query}", a key`,
      ours: median(times),
      of: 'figure',
      unit: 'ms',
      target: 50,
      note: noteEach(times),
    });
  }
  await panel.evaluate(typeFilter, '');
  return measures;
}

/** Of several times, for the page, its server and DevTools work on the same cores. */
async function heldUp({ panel, chromium }: BenchBrowser): Promise<number[]> {
  const times: number[] = [];
  for (let repetition = 0; repetition < 5; repetition++) {
    await panel.evaluate(noteStalls);
    await burstOf(60, chromium);
    times.push((await panel.evaluate(endStalls)).busyMs);
  }
  return times;
}

async function sorting(browser: BenchBrowser, heldUpByNone: readonly number[]): Promise<Measure[]> {
  const { panel } = browser;
  const measures: Measure[] = [];
  for (const column of columns) {
    const ms = await within('the order', panel.evaluate(sortBy, column), 60_000);
    measures.push({ name: `sorting 50,000 by ${column}`, ours: ms, of: 'figure', unit: 'ms', note: 'once' });
  }
  const times = await heldUp(browser);
  measures.push({
    name: '60 calls come, 50,000 held and sorted against none: thread held up',
    ours: median(times),
    control: median(heldUpByNone),
    of: 'figure',
    unit: 'ms',
    target: 50,
    note: noteEach(times, heldUpByNone),
  });
  return measures;
}

/** After all of it was looked at: what is remembered of each counts too. */
async function weight({ panel, heap }: BenchBrowser, before: number): Promise<Measure> {
  const bodyBytes = await panel.evaluate(
    (window) =>
      (window as import('../../src/panel/host/panel-host.ts').PanelWindow).inspectorHost?.log.totals.bodyBytes ?? 0,
  );
  const bytes = ((await heap()) - before - bodyBytes) / count;
  return {
    name: '50,000 held: heap an exchange, without bodies',
    ours: bytes,
    of: 'figure',
    unit: 'B',
    target: 2000,
    note,
  };
}

/** The same panel on nothing is what opening costs at all. */
async function openings(extension: string, server: BenchServer): Promise<Measure[]> {
  const opened = async (requests: number) => {
    const browser = await openBenchBrowser(extension, server.url);
    try {
      if (requests > 0) await within('the calls', burstOf(requests, browser.chromium), 300_000);
      return await timeOpening(browser);
    } finally {
      await browser.chromium.close();
    }
  };
  const [ours, control]: [number[], number[]] = [[], []];
  for (let repetition = 0; repetition < 3; repetition++) {
    ours.push(await opened(10_000));
    control.push(await opened(0));
  }
  return [
    {
      name: 'panel opened with 10,000 held: first row',
      ours: median(ours),
      of: 'figure',
      unit: 'ms',
      target: 250,
      note: noteEach(ours),
    },
    {
      name: 'panel opened with 10,000 held, against none: first picture',
      ours: median(ours),
      control: median(control),
      of: 'ratio',
      unit: 'ms',
      target: 1.5,
      note: noteEach(ours, control),
    },
  ];
}
