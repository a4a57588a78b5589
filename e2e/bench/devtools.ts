// Measures the built extension in Chromium's real DevTools, against an empty one that only listens.

import { launchChromium } from '../drivers/chromium.ts';
import { type BenchBrowser, openBenchBrowser } from './bench-browser.ts';
import { measureBurst, runBurst } from './burst.ts';
import { measureLargeBodies } from './large-bodies.ts';
import { measureLatency } from './latency.ts';
import { measureLongLog } from './long-log.ts';
import { medians, type Pair } from './paired-runs.ts';
import { measurePanelOpening } from './panel-open.ts';
import { type BenchServer, startServer } from './server.ts';
import { measureSourceView } from './source-view.ts';
import { formatRuns, type Measure } from './table.ts';

/** `extension` is the folder of a build, `control` that of the empty extension. */
export async function measureInDevTools(extension: string, control: string): Promise<Measure[]> {
  const server = await startServer();
  try {
    const folders = { ours: extension, control };
    return [...(await measurePairs(folders, server)), ...(await measureLogAlone(extension, server))];
  } finally {
    server.close();
  }
}

/** How large bodies are shown, which the empty extension does not. */
export async function measureSourceInDevTools(extension: string): Promise<Measure[]> {
  const server = await startServer();
  const browser = await openBenchBrowser(extension, server.url);
  try {
    return await measureSourceView(browser);
  } finally {
    await browser.chromium.close();
    server.close();
  }
}

/** For the opening, ms; and what the control took on the day and the machine that the target was set for. */
const [targetMs, controlMs] = [150, 87];
/** A panel is opened for the first time once in each browser. */
const PAIRS = 3;

/** Opens both panels in several pairs of browsers; the last pair goes on to what needs an open panel. */
async function measurePairs(folders: Pair<string>, server: BenchServer): Promise<Measure[]> {
  const openings: Pair<number[]> = { ours: [], control: [] };
  const openPair = async () => {
    const open = async (name: keyof Pair<string>) => {
      const browser = await openBenchBrowser(folders[name], server.url);
      opened.push(browser);
      await runBurst(2000, browser.chromium);
      openings[name].push(await measurePanelOpening(browser));
      return browser;
    };
    return { ours: await open('ours'), control: await open('control') };
  };
  const opened: BenchBrowser[] = [];
  const close = async () => {
    for (const browser of opened.splice(0)) await browser.chromium.close();
  };
  try {
    for (let pair = 1; pair < PAIRS; pair++) {
      await openPair();
      await close();
    }
    const browsers = await openPair();
    const name = 'panel opened with 2,000 held: first row';
    const opening = { name, ...medians(openings, (ms) => ms), unit: 'ms' } as const;
    const note = formatRuns(openings.ours, openings.control);
    const then = `${targetMs} ms, when the control took ${controlMs}`;
    return [
      { ...opening, kind: 'ratio', target: targetMs / controlMs, note: then },
      { ...opening, kind: 'figure', target: targetMs, note },
      ...(await measureOpenPanels(browsers, server)),
    ];
  } finally {
    await close();
  }
}

async function measureOpenPanels(browsers: Pair<BenchBrowser>, server: BenchServer): Promise<Measure[]> {
  const latency = await measureLatency(browsers);
  const bare = await launchChromium({ url: server.url });
  try {
    return [...latency, ...(await measureBurst(browsers, bare)), ...(await measureLargeBodies(browsers))];
  } finally {
    await bare.close();
  }
}

async function measureLogAlone(extension: string, server: BenchServer): Promise<Measure[]> {
  const browser = await openBenchBrowser(extension, server.url);
  try {
    return await measureLongLog(browser);
  } finally {
    await browser.chromium.close();
  }
}
