// A hundred thousand real requests through the real panel in one session: memory is bounded, evictions are stated, and the panel stays responsive.

import { startServer } from '../bench/server.ts';
import { percentile } from '../bench/statistics.ts';
import type { BrowserName, InspectedBrowser } from '../drivers/browser.ts';
import { buildFolders, launch } from '../drivers/launch.ts';
import { waitFor } from '../drivers/wait-for.ts';
import { countSent, startRequests } from './page-scripts/page.ts';
import { countStored, focusFilter, focusGrid, readStatusBar, takeKeyTime, watchKey } from './page-scripts/panel.ts';
import { reportFigure, soakRuns } from './soak-scale.ts';

const CONCURRENCY = 6;
/** At most this many measurements of memory and keys, evenly spread. */
const SAMPLES = 20;
const KEYS_PER_SAMPLE = 4;
const MAX_MB_PER_10_000 = 1;
const MAX_KEY_MS = 100;
/** The size of all bodies together: the log is full before the last half, however many requests there are. */
const TOTAL_BODY_BYTES = 160_000_000;
const PROJECT_BYTES = 490;
/** Fails if none of the page's requests ends for this long. */
const STUCK_MS = 120_000;

interface Sample {
  readonly requests: number;
  readonly bytes: number;
}

/** Prints the figures of one browser, whose extension must be built. Resolves with whether all are within their targets. */
export async function soakRequests(name: BrowserName): Promise<boolean> {
  const requests = soakRuns(100_000, 2_000);
  const server = await startServer();
  const browser = await launch[name]({ extension: buildFolders[name], url: server.url });
  try {
    const startMs = performance.now();
    const items = Math.max(1, Math.round(TOTAL_BODY_BYTES / requests / PROJECT_BYTES));
    await browser.page.evaluate(startRequests, { requests, items, concurrency: CONCURRENCY });
    const samples: Sample[] = [];
    const [filterMs, arrowMs]: [number[], number[]] = [[], []];
    for (let sent = 0; sent < requests; ) {
      await waitForSent(browser, Math.min(requests, sent + requests / SAMPLES));
      const [filter, arrow] = [await measureFilterKeys(browser), await measureArrowKeys(browser)];
      filterMs.push(...filter);
      arrowMs.push(...arrow);
      sent = await browser.page.evaluate(countSent);
      const bytes = await browser.memory();
      samples.push({ bytes, requests: sent });
      const keys = [filter, arrow].map((times) => `${percentile(times, 50).toFixed(0)} ms`);
      console.log(`${name}: ${sent} of ${requests} requests, ${(bytes / 1e6).toFixed(0)} MB, keys ${keys.join(', ')}`);
    }
    const seconds = Math.round((performance.now() - startMs) / 1_000);
    const stored = await waitForStored(browser, requests);
    const slope = slopeOf(samples.filter((sample) => sample.requests >= requests / 2));
    const status = await browser.panel.evaluate(readStatusBar);
    const [filter, arrow] = [percentile(filterMs, 50), percentile(arrowMs, 50)];
    const memory = samples.map(({ bytes }) => (bytes / 1e6).toFixed(0));
    reportFigure(
      `Requests through the panel of ${name} ${browser.version}`,
      `${stored} of ${requests} in ${seconds} s; memory ${slope.toFixed(2)} MB per 10,000 over the last half (${memory} MB); ` +
        `median key to paint: filter ${filter.toFixed(0)} ms, arrow ${arrow.toFixed(0)} ms; “${status}”`,
    );
    const isEvictionStated = /dropped/.test(status);
    return slope <= MAX_MB_PER_10_000 && filter < MAX_KEY_MS && arrow < MAX_KEY_MS && isEvictionStated;
  } finally {
    await browser.close();
    server.close();
  }
}

async function waitForSent({ page }: InspectedBrowser, count: number): Promise<void> {
  for (let sent = await page.evaluate(countSent); sent < count; ) {
    const before = sent;
    const hasMore = async () => {
      sent = await page.evaluate(countSent);
      return sent > before;
    };
    await waitFor(`more than ${before} requests`, hasMore, STUCK_MS);
  }
}

/** Waits until the log has received `count` requests, or none for five seconds: Firefox may lose some. */
async function waitForStored({ panel }: InspectedBrowser, count: number): Promise<number> {
  for (;;) {
    const stored = await panel.evaluate(countStored);
    if (stored >= count) return stored;
    const more = async () => (await panel.evaluate(countStored)) > stored;
    if (!(await waitFor('more requests in the log', more, 5_000).catch(() => false))) return stored;
  }
}

/** A letter that no request contains empties the list, and Backspace fills it. */
async function measureFilterKeys({ panel }: InspectedBrowser): Promise<number[]> {
  const times: number[] = [];
  await panel.evaluate(focusFilter);
  for (let i = 0; i < KEYS_PER_SAMPLE / 2; i++) {
    for (const [key, effect] of [
      ['z', 'no-rows'],
      ['Backspace', 'rows'],
    ] as const) {
      await panel.evaluate(watchKey, effect);
      await panel.press(key);
      times.push(await panel.evaluate(takeKeyTime));
    }
  }
  return times;
}

async function measureArrowKeys({ panel }: InspectedBrowser): Promise<number[]> {
  const times: number[] = [];
  await panel.evaluate(focusGrid);
  // The oldest may be evicted at any time.
  await panel.press('End');
  for (let i = 0; i < KEYS_PER_SAMPLE; i++) {
    await panel.evaluate(watchKey, 'selection');
    await panel.press('ArrowUp');
    times.push(await panel.evaluate(takeKeyTime));
  }
  return times;
}

/** MB per 10,000 requests, by least squares; `NaN` for less than two samples. */
function slopeOf(samples: readonly Sample[]): number {
  const mean = (value: (sample: Sample) => number) =>
    samples.reduce((sum, each) => sum + value(each), 0) / samples.length;
  const [meanRequests, meanBytes] = [mean(({ requests }) => requests), mean(({ bytes }) => bytes)];
  const covariance = mean(({ requests, bytes }) => (requests - meanRequests) * (bytes - meanBytes));
  return ((covariance / mean(({ requests }) => (requests - meanRequests) ** 2)) * 10_000) / 1e6;
}
