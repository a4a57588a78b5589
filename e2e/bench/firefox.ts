// Measures the built extension in Firefox's toolbox, relative to the baseline extension. Firefox reports neither long tasks
// nor the heap of one extension. Its CPU times are those of whole processes, since those of threads come in steps of 10 ms.

import { setTimeout as sleep } from 'node:timers/promises';
import { type Firefox, launchFirefox } from '../drivers/firefox.ts';
import { runBurst } from './burst.ts';
import { measureJank } from './jank.ts';
import { measureLatency } from './latency.ts';
import { type ObservedBrowser, observeRendering, pageMs, type Rendering, renderLagMs } from './observed-browser.ts';
import { measureOpenings } from './openings.ts';
import { clearLog } from './page-scripts/panel.ts';
import { alternate, medians, type Pair } from './paired-runs.ts';
import { measureFirefoxPanelOpening } from './panel-open.ts';
import { startServer } from './server.ts';
import { formatRuns, type Measure } from './table.ts';

const REQUESTS = 2000;
const REPETITIONS = 5;
/** The toolbox reports the last requests some time after their responses; only the open panel shows when. */
const SETTLE_MS = 2_000;

interface ObservedFirefox extends ObservedBrowser {
  readonly firefox: Firefox;
}

/** `extension` is the folder of a build, `control` that of the baseline extension. */
export async function measureInFirefox(extension: string, control: string): Promise<Measure[]> {
  const server = await startServer();
  const folders: Pair<string> = { ours: extension, control };
  try {
    const measures = await measureOpenings({
      start: (name) => openFirefox(folders[name], server.url),
      open: async ({ firefox }) => {
        await sleep(SETTLE_MS);
        return measureFirefoxPanelOpening(firefox);
      },
      continueWith: async (browsers) => [
        ...(await measureLatency(browsers)),
        ...(await measureBurst(browsers, server.url)),
      ],
    });
    return measures.map((measure) => ({ ...measure, name: `Firefox, ${measure.name}` }));
  } finally {
    server.close();
  }
}

/** Doesn't open the panel's tab. */
async function openFirefox(extension: string, url: string): Promise<ObservedFirefox> {
  const firefox = await launchFirefox({ extension, url, openPanel: false });
  const { page, panelWindow: panel, close } = firefox;
  return {
    firefox,
    page,
    panel,
    close,
    reset: async () => {
      await page.goto(url);
      await panel.evaluate(clearLog);
    },
    observe: (requests, work) => observeRendering(panel, requests, work),
  };
}

async function measureBurst(browsers: Pair<ObservedFirefox>, url: string): Promise<Measure[]> {
  const found = await alternate(browsers, REPETITIONS, measureOneBurst);
  const note = await runBurstWithoutExtension(url);
  const what = `burst of ${REQUESTS.toLocaleString('en')}`;
  const common = { kind: 'ratio', unit: 'ms' } as const;
  const lag = { name: `${what}: last response to all rows rendered`, ...medians(found, renderLagMs) };
  const lags = formatRuns(found.ours.map(renderLagMs), found.control.map(renderLagMs));
  return [
    { name: `${what}: page's own time`, ...medians(found, pageMs), target: 1.1, note, ...common },
    { ...lag, ...common },
    { name: `${what}: process, extension`, ...medians(found, ({ extensionMs }) => extensionMs), target: 2, ...common },
    { name: `${what}: process, toolbox`, ...medians(found, ({ toolboxMs }) => toolboxMs), target: 2, ...common },
    { ...lag, kind: 'figure', unit: 'ms', target: 300, note: lags },
    ...(await measureJank(browsers, what, REQUESTS, (browser) => runBurst(REQUESTS, browser))),
  ];
}

interface Burst extends Rendering {
  /** CPU time of the process of all extensions, and of the browser's own process, ms. */
  readonly extensionMs: number;
  readonly toolboxMs: number;
}

async function measureOneBurst(browser: ObservedFirefox): Promise<Burst> {
  const before = await browser.firefox.cpuTimes();
  const rendering = await browser.observe(REQUESTS, () => runBurst(REQUESTS, browser));
  const after = await browser.firefox.cpuTimes();
  return {
    ...rendering,
    extensionMs: after.extensionMs - before.extensionMs,
    toolboxMs: after.toolboxMs - before.toolboxMs,
  };
}

async function runBurstWithoutExtension(url: string): Promise<string> {
  const bare = await launchFirefox({ url });
  try {
    return `no extension: ${Math.round(pageMs({ page: await runBurst(REQUESTS, bare) }))} ms, once`;
  } finally {
    await bare.close();
  }
}
