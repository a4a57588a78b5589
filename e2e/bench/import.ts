// Measures the import of a large HAR file, relative to JSON.parse of the same text, and how long it blocks the panel.

import { importHar } from '../../src/import/import-har.ts';
import { withTimeout } from '../drivers/wait-for.ts';
import { type BenchBrowser, openBenchBrowser } from './bench-browser.ts';
import { type BigHar, createBigHar } from './big-har.ts';
import { startJankMonitor, stopJankMonitor } from './page-scripts/frames.ts';
import {
  createLargeFile,
  importLargeFile,
  parseLargeFile,
  releaseLargeFile,
  waitUntilReading,
} from './page-scripts/import.ts';
import { clearLog } from './page-scripts/panel.ts';
import { startServer } from './server.ts';
import { median } from './statistics.ts';
import { formatRuns, type Measure } from './table.ts';

const HAR_CHARS = 200_000_000;
const shapes = [
  { name: 'formatted', indent: 2 },
  { name: 'on one line', indent: undefined },
] as const;
/** Times vary by half: the same file takes from 2.2 to 3.4 s. */
const REPETITIONS = 5;

/** Measures the import without a browser. */
export async function measureImportCore(): Promise<Measure[]> {
  const measures: Measure[] = [];
  for (const { name, indent } of shapes) {
    const har = createBigHar(HAR_CHARS, indent);
    // Flattens the string, which was concatenated from many parts, before it is timed.
    const text = Buffer.from(har.text).toString('latin1');
    const [ours, control]: [number[], number[]] = [[], []];
    for (let i = 0; i < REPETITIONS; i++) {
      control.push(
        await elapsedMs(() => (JSON.parse(text).log.entries.length === har.xeroCount + har.otherCount ? 1 : 0)),
      );
      ours.push(await elapsedMs(async () => ((await importHar(text)).exchanges.length === har.xeroCount ? 1 : 0)));
    }
    const note = formatCounts(har);
    const common = { unit: 'ms', kind: 'ratio', target: 1.3, note } as const;
    measures.push({
      name: `HAR of 200 MB, ${name}: parse / JSON.parse`,
      ours: median(ours),
      control: median(control),
      ...common,
    });
  }
  return measures;
}

/** `extension` is the folder of a build. */
export async function measureImportInDevTools(extension: string): Promise<Measure[]> {
  const server = await startServer();
  const browser = await openBenchBrowser(extension, server.url);
  try {
    await browser.chromium.openPanel();
    const measures: Measure[] = [];
    for (const { name, indent } of shapes) measures.push(...(await measureInDevTools(browser, name, indent)));
    return measures;
  } finally {
    await browser.chromium.close();
    server.close();
  }
}

/** The panel creates the file from this many copies of one part. */
const COPIES = 10;

async function measureInDevTools(
  { panel }: BenchBrowser,
  name: string,
  indent: number | undefined,
): Promise<Measure[]> {
  const part = createBigHar(HAR_CHARS / COPIES, indent);
  const [from, to] = [
    part.text.search(/(?<=\[)\s*\{\s*"_connectionId/),
    part.text.lastIndexOf('}', part.text.lastIndexOf(']')) + 1,
  ];
  await panel.evaluate(createLargeFile, { text: part.text, from, to, times: COPIES });
  const [ours, control, blocked]: [number[], number[], number[]] = [[], [], []];
  for (let i = 0; i < REPETITIONS; i++) {
    control.push(await withTimeout('the file to be parsed', panel.evaluate(parseLargeFile), 120_000));
    ours.push(
      await withTimeout('the file to be imported', panel.evaluate(importLargeFile, part.xeroCount * COPIES), 120_000),
    );
    await panel.evaluate(clearLog);
  }
  for (let i = 0; i < REPETITIONS; i++) {
    // Separate from the timed runs, since monitoring renders every frame. Excludes the time in which the browser reads the file.
    const done = panel.evaluate(importLargeFile, part.xeroCount * COPIES);
    await panel.evaluate(waitUntilReading);
    await panel.evaluate(startJankMonitor);
    await withTimeout('the file to be imported', done, 120_000);
    blocked.push((await panel.evaluate(stopJankMonitor)).blockedMs);
    await panel.evaluate(clearLog);
  }
  await panel.evaluate(releaseLargeFile);
  const what = `HAR of 200 MB, ${name}, in Chromium`;
  return [
    {
      name: `${what}: import / read and parse`,
      ours: median(ours),
      control: median(control),
      unit: 'ms',
      kind: 'ratio',
      target: 1.3,
      note: formatRuns(ours),
    },
    {
      name: `${what}: longest block of the main thread`,
      ours: median(blocked),
      unit: 'ms',
      kind: 'figure',
      note: formatRuns(blocked),
    },
  ];
}

function formatCounts({ xeroCount, otherCount }: BigHar): string {
  return `${xeroCount} of ${xeroCount + otherCount} entries are Xero's`;
}

/** `work` returns 0 if its result is wrong. */
async function elapsedMs(work: () => number | Promise<number>): Promise<number> {
  const start = performance.now();
  if ((await work()) === 0) throw new Error('The import is incomplete.');
  return performance.now() - start;
}
