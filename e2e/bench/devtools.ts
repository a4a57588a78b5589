// Measures the built extension in Chromium's DevTools, relative to the baseline extension.

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

/** `extension` is the folder of a build, `control` that of the baseline extension. */
export async function measureInDevTools(extension: string, control: string): Promise<Measure[]> {
  const server = await startServer();
  try {
    const folders = { ours: extension, control };
    return [...(await measurePairs(folders, server)), ...(await measureLogAlone(extension, server))];
  } finally {
    server.close();
  }
}

/** Opening large bodies, for which the baseline extension has no equivalent. */
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

/** A browser opens its panel for the first time only once, so that repetitions need several. */
const PAIRS = 3;

/** Opens both panels in several pairs of browsers; the last pair continues with measurements of an open panel. */
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
    const name = 'opening the panel on 2,000 exchanges: first row';
    const opening = { name, ...medians(openings, (ms) => ms), unit: 'ms' } as const;
    const note = formatRuns(openings.ours, openings.control);
    return [
      { ...opening, kind: 'ratio', target: 2 },
      { ...opening, kind: 'figure', note },
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
