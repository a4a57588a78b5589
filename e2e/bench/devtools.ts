// Measures the built extension in Chromium's DevTools, relative to the baseline extension.

import { launchChromium } from '../drivers/chromium.ts';
import { type BenchBrowser, openBenchBrowser } from './bench-browser.ts';
import { measureBurst } from './burst.ts';
import { measureLargeBodies } from './large-bodies.ts';
import { measureLatency } from './latency.ts';
import { measureLongLog } from './long-log.ts';
import { measureOpenings } from './openings.ts';
import type { Pair } from './paired-runs.ts';
import { measurePanelOpening } from './panel-open.ts';
import { type BenchServer, startServer } from './server.ts';
import { measureSourceView } from './source-view.ts';
import type { Measure } from './table.ts';

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

function measurePairs(folders: Pair<string>, server: BenchServer): Promise<Measure[]> {
  return measureOpenings({
    start: (name) => openBenchBrowser(folders[name], server.url),
    open: measurePanelOpening,
    continueWith: (browsers) => measureOpenPanels(browsers, server),
  });
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
