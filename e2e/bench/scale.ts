// Measures a full log: 50,000 exchanges, added to the log directly, since real requests would take minutes.

import { withTimeout } from '../drivers/wait-for.ts';
import { type BenchBrowser, openBenchBrowser } from './bench-browser.ts';
import { runBurst } from './burst.ts';
import { measureScrolling } from './long-log.ts';
import { startJankMonitor, stopJankMonitor } from './page-scripts/frames.ts';
import { fillLog, sortBy, typeFilter } from './page-scripts/long-list.ts';
import { countElements } from './page-scripts/panel.ts';
import { measurePanelOpening } from './panel-open.ts';
import { createProjectList } from './project-list.ts';
import { type BenchServer, startServer } from './server.ts';
import { median } from './statistics.ts';
import { formatRuns, type Measure } from './table.ts';

const EXCHANGES = 50_000;
const note = 'added to the log directly';
const QUERIES = ['organisation', 'status:4xx', 'tasks'] as const;
const COLUMNS = ['diagnosis', 'path', 'duration'] as const;

/** `extension` is the folder of a build. */
export async function measureScale(extension: string): Promise<Measure[]> {
  const server = await startServer();
  try {
    return [...(await measureFullLog(extension, server)), ...(await measureOpenings(extension, server))];
  } finally {
    server.close();
  }
}

async function measureFullLog(extension: string, server: BenchServer): Promise<Measure[]> {
  const browser = await openBenchBrowser(extension, server.url);
  try {
    await browser.chromium.openPanel();
    const blockedWhenEmpty = await measureBlocking(browser);
    const before = await browser.heap();
    await withTimeout(
      'the exchanges',
      browser.panel.evaluate(fillLog, { count: EXCHANGES, body: createProjectList(2) }),
      120_000,
    );
    const scrolling = await measureScrolling(browser, EXCHANGES);
    return [
      ...scrolling,
      {
        name: '50,000 exchanges: elements',
        ours: await browser.panel.evaluate(countElements),
        kind: 'figure',
        unit: '',
        target: 1000,
      },
      ...(await measureFiltering(browser)),
      ...(await measureSorting(browser, blockedWhenEmpty)),
      await measureHeap(browser, before),
    ];
  } finally {
    await browser.chromium.close();
  }
}

async function measureFiltering({ panel }: BenchBrowser): Promise<Measure[]> {
  const measures: Measure[] = [];
  for (const query of QUERIES) {
    const times = await withTimeout('the filter', panel.evaluate(typeFilter, query), 60_000);
    measures.push({
      name: `filtering 50,000 by "${query}": per key press`,
      ours: median(times),
      kind: 'figure',
      unit: 'ms',
      target: 50,
      note: formatRuns(times),
    });
  }
  await panel.evaluate(typeFilter, '');
  return measures;
}

/** Repeated, since the page, its server and DevTools share the cores. */
async function measureBlocking({ panel, chromium }: BenchBrowser): Promise<number[]> {
  const times: number[] = [];
  for (let repetition = 0; repetition < 5; repetition++) {
    await panel.evaluate(startJankMonitor);
    await runBurst(60, chromium);
    times.push((await panel.evaluate(stopJankMonitor)).blockedMs);
  }
  return times;
}

async function measureSorting(browser: BenchBrowser, blockedWhenEmpty: readonly number[]): Promise<Measure[]> {
  const { panel } = browser;
  const measures: Measure[] = [];
  for (const column of COLUMNS) {
    const ms = await withTimeout('the sorted list', panel.evaluate(sortBy, column), 60_000);
    measures.push({ name: `sorting 50,000 by ${column}`, ours: ms, kind: 'figure', unit: 'ms', note: 'once' });
  }
  const times = await measureBlocking(browser);
  measures.push({
    name: '60 requests into 50,000 sorted exchanges, against none: longest block of the main thread',
    ours: median(times),
    control: median(blockedWhenEmpty),
    kind: 'figure',
    unit: 'ms',
    note: formatRuns(times, blockedWhenEmpty),
  });
  return measures;
}

/** Call it after filtering and sorting, so that it includes the caches. */
async function measureHeap({ panel, heap }: BenchBrowser, before: number): Promise<Measure> {
  const bodyBytes = await panel.evaluate(
    (window) =>
      (window as import('../../src/panel/host/panel-host.ts').PanelWindow).inspectorHost?.log.totals.bodyBytes ?? 0,
  );
  const bytes = ((await heap()) - before - bodyBytes) / EXCHANGES;
  return {
    name: '50,000 exchanges: heap per exchange excluding bodies',
    ours: bytes,
    kind: 'figure',
    unit: 'B',
    target: 2000,
    note,
  };
}

/** The control is the same panel with an empty log. */
async function measureOpenings(extension: string, server: BenchServer): Promise<Measure[]> {
  const opened = async (requests: number) => {
    const browser = await openBenchBrowser(extension, server.url);
    try {
      if (requests > 0) await withTimeout('the burst', runBurst(requests, browser.chromium), 300_000);
      return await measurePanelOpening(browser);
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
      name: 'opening the panel on 10,000 exchanges: first row',
      ours: median(ours),
      kind: 'figure',
      unit: 'ms',
      note: formatRuns(ours),
    },
    {
      name: 'opening the panel on 10,000 exchanges / on none: first render',
      ours: median(ours),
      control: median(control),
      kind: 'ratio',
      unit: 'ms',
      target: 1.3,
      note: formatRuns(ours, control),
    },
  ];
}
