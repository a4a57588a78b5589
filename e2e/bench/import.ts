// Measures the import of a large HAR file: against only parsing the same text, and how long it holds the panel up.

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
  { name: 'laid out', indent: 2 },
  { name: 'in one line', indent: undefined },
] as const;
/** The same file takes from 2.2 to 3.4 s. */
const REPETITIONS = 5;

/** Without a browser. */
export async function measureImportCore(): Promise<Measure[]> {
  const measures: Measure[] = [];
  for (const { name, indent } of shapes) {
    const made = createBigHar(HAR_CHARS, indent);
    // Made of many parts: put together before it is timed.
    const text = Buffer.from(made.text).toString('latin1');
    const [ours, control]: [number[], number[]] = [[], []];
    for (let i = 0; i < REPETITIONS; i++) {
      control.push(
        await elapsedMs(() => (JSON.parse(text).log.entries.length === made.xeroCount + made.otherCount ? 1 : 0)),
      );
      ours.push(await elapsedMs(async () => ((await importHar(text)).exchanges.length === made.xeroCount ? 1 : 0)));
    }
    const note = formatCounts(made);
    const common = { unit: 'ms', kind: 'ratio', target: 1.5, note } as const;
    measures.push({
      name: `HAR of 200 MB, ${name}: read / JSON.parse`,
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

/** The file is made there, of one part many times. */
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
  const [ours, control, stalls]: [number[], number[], number[]] = [[], [], []];
  for (let i = 0; i < REPETITIONS; i++) {
    control.push(await withTimeout('the file to be parsed', panel.evaluate(parseLargeFile), 120_000));
    ours.push(
      await withTimeout('the file to be brought in', panel.evaluate(importLargeFile, part.xeroCount * COPIES), 120_000),
    );
    await panel.evaluate(clearLog);
  }
  for (let i = 0; i < REPETITIONS; i++) {
    // Watching makes the panel draw all the time: not to be timed. The browser's own reading of the file is not ours.
    const done = panel.evaluate(importLargeFile, part.xeroCount * COPIES);
    await panel.evaluate(waitUntilReading);
    await panel.evaluate(startJankMonitor);
    await withTimeout('the file to be brought in', done, 120_000);
    stalls.push((await panel.evaluate(stopJankMonitor)).blockedMs);
    await panel.evaluate(clearLog);
  }
  await panel.evaluate(releaseLargeFile);
  const what = `HAR of 200 MB, ${name}, in Chromium`;
  return [
    {
      name: `${what}: brought in / read and parsed`,
      ours: median(ours),
      control: median(control),
      unit: 'ms',
      kind: 'ratio',
      target: 1.5,
      note: formatRuns(ours),
    },
    {
      name: `${what}: thread held up, at most`,
      ours: median(stalls),
      unit: 'ms',
      kind: 'figure',
      target: 50,
      note: formatRuns(stalls),
    },
  ];
}

function formatCounts({ xeroCount, otherCount }: BigHar): string {
  return `${xeroCount} of ${xeroCount + otherCount} entries are Xero's`;
}

/** In ms. `work` gives what it found, so that none of it can be left out. */
async function elapsedMs(work: () => number | Promise<number>): Promise<number> {
  const start = performance.now();
  if ((await work()) === 0) throw new Error('Not all was found.');
  return performance.now() - start;
}
