// Measures the import of a large HAR file: against only parsing the same text, and how long it holds the panel up.

import { importHar } from '../../src/import/import-har.ts';
import { within } from '../drivers/wait-for.ts';
import { type BenchBrowser, openBenchBrowser } from './bench-browser.ts';
import { type BigHar, bigHar } from './big-har.ts';
import { endStalls, noteStalls } from './page-scripts/frames.ts';
import { bringInLarge, dropLarge, makeLarge, parseLarge, untilUnderWay } from './page-scripts/import.ts';
import { clear } from './page-scripts/panel.ts';
import { startServer } from './server.ts';
import { median } from './statistics.ts';
import { type Measure, noteEach } from './table.ts';

const length = 200_000_000;
const shapes = [
  { name: 'laid out', indent: 2 },
  { name: 'in one line', indent: undefined },
] as const;
/** The same file takes from 2.2 to 3.4 s. */
const repetitions = 5;

/** Without a browser. */
export async function measureImportCore(): Promise<Measure[]> {
  const measures: Measure[] = [];
  for (const { name, indent } of shapes) {
    const made = bigHar(length, indent);
    // Made of many parts: put together before it is timed.
    const text = Buffer.from(made.text).toString('latin1');
    const [ours, control]: [number[], number[]] = [[], []];
    for (let i = 0; i < repetitions; i++) {
      control.push(await timed(() => (JSON.parse(text).log.entries.length === made.xeros + made.others ? 1 : 0)));
      ours.push(await timed(async () => ((await importHar(text)).exchanges.length === made.xeros ? 1 : 0)));
    }
    const note = noteOf(made);
    const common = { unit: 'ms', of: 'ratio', target: 1.5, note } as const;
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
    for (const { name, indent } of shapes) measures.push(...(await inDevTools(browser, name, indent)));
    return measures;
  } finally {
    await browser.chromium.close();
    server.close();
  }
}

/** The file is made there, of one part many times. */
const times = 10;

async function inDevTools({ panel }: BenchBrowser, name: string, indent: number | undefined): Promise<Measure[]> {
  const part = bigHar(length / times, indent);
  const [from, to] = [
    part.text.search(/(?<=\[)\s*\{\s*"_connectionId/),
    part.text.lastIndexOf('}', part.text.lastIndexOf(']')) + 1,
  ];
  await panel.evaluate(makeLarge, { text: part.text, from, to, times });
  const [ours, control, stalls]: [number[], number[], number[]] = [[], [], []];
  for (let i = 0; i < repetitions; i++) {
    control.push(await within('the file to be parsed', panel.evaluate(parseLarge), 120_000));
    ours.push(await within('the file to be brought in', panel.evaluate(bringInLarge, part.xeros * times), 120_000));
    await panel.evaluate(clear);
  }
  for (let i = 0; i < repetitions; i++) {
    // Watching makes the panel draw all the time: not to be timed. The browser's own reading of the file is not ours.
    const done = panel.evaluate(bringInLarge, part.xeros * times);
    await panel.evaluate(untilUnderWay);
    await panel.evaluate(noteStalls);
    await within('the file to be brought in', done, 120_000);
    stalls.push((await panel.evaluate(endStalls)).busyMs);
    await panel.evaluate(clear);
  }
  await panel.evaluate(dropLarge);
  const what = `HAR of 200 MB, ${name}, in Chromium`;
  return [
    {
      name: `${what}: brought in / read and parsed`,
      ours: median(ours),
      control: median(control),
      unit: 'ms',
      of: 'ratio',
      target: 1.5,
      note: noteEach(ours),
    },
    {
      name: `${what}: thread held up, at most`,
      ours: median(stalls),
      unit: 'ms',
      of: 'figure',
      target: 50,
      note: noteEach(stalls),
    },
  ];
}

function noteOf({ xeros, others }: BigHar): string {
  return `${xeros} of ${xeros + others} entries are Xero's`;
}

/** In ms. `work` gives what it found, so that none of it can be left out. */
async function timed(work: () => number | Promise<number>): Promise<number> {
  const start = performance.now();
  if ((await work()) === 0) throw new Error('Not all was found.');
  return performance.now() - start;
}
