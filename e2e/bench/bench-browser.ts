// A Chromium with DevTools open and ours, the control or no extension in them, and the meters of its processes.

import type { CDPSession, Frame } from 'playwright';
import type { Surface } from '../drivers/browser.ts';
import { type Chromium, launchChromium } from '../drivers/chromium.ts';
import { surfaceOf } from '../drivers/chromium-locator.ts';
import { within } from '../drivers/wait-for.ts';
import type { PageTimes } from './page-scripts/page.ts';
import { bodiesRead, clear, longestTask, noteLongTasks, noteShown, shownAtLast } from './page-scripts/panel.ts';

export interface BenchBrowser {
  readonly chromium: Chromium;
  readonly panel: Surface<Window>;
  /** Leaves the page, so that DevTools forget, and clears the log. */
  readonly refresh: () => Promise<void>;
  /** Runs `work`, which makes `requests` requests, until all of them are shown and their bodies read. */
  readonly watch: (requests: number, work: () => Promise<PageTimes>) => Promise<Watched>;
  /** Bytes in the extension's process, after the garbage was collected. */
  readonly heap: () => Promise<number>;
}

export interface Watched {
  readonly page: PageTimes;
  /** From the first; how many more were shown since, and when. */
  readonly shown: readonly (readonly [more: number, ms: number])[];
  readonly bodyBytes: number;
  /** CPU time of the main thread of the extension's process, ms. */
  readonly mainThreadMs: number;
  /** The same of the DevTools front-end, ms. */
  readonly frontEndMs: number;
  /** In the panel's document, ms; 0 where none took 50. */
  readonly longestTaskMs: number;
}

const patienceMs = 120_000;

/** The panel's tab is not opened. `extension` is a folder. */
export async function openBenchBrowser(extension: string, url: string): Promise<BenchBrowser> {
  const chromium = await launchChromium({ extension, url, openPanel: false });
  const { devtools, page } = chromium;
  const frameAt = (end: string) => devtools.frames().find((frame) => isExtension(frame, end)) ?? missing(end);
  const panel = surfaceOf<Window>('window', devtools.keyboard, () => frameAt('/panel.html'));
  const session = await devtools.context().newCDPSession(frameAt('/devtools.html'));
  const mainThread = await meter(session);
  const frontEnd = await meter(await devtools.context().newCDPSession(devtools));

  return {
    chromium,
    panel,
    refresh: async () => {
      await page.goto(url);
      await panel.evaluate(clear);
    },
    watch: async (requests, work) => {
      await panel.evaluate(noteShown);
      await panel.evaluate(noteLongTasks);
      const [mainThreadBefore, frontEndBefore] = [await mainThread(), await frontEnd()];
      const times = await within('the page’s requests', work(), patienceMs);
      const shown = await within('the last row', panel.evaluate(shownAtLast, requests), patienceMs);
      const bodyBytes = await within('the last body', panel.evaluate(bodiesRead), patienceMs);
      const first = shown[0]?.[0] ?? 0;
      return {
        page: times,
        shown: shown.map(([count, ms]) => [count - first, ms] as const),
        bodyBytes,
        mainThreadMs: (await mainThread()) - mainThreadBefore,
        frontEndMs: (await frontEnd()) - frontEndBefore,
        longestTaskMs: await panel.evaluate(longestTask),
      };
    },
    heap: async () => {
      await session.send('HeapProfiler.collectGarbage');
      return (await session.send('Runtime.getHeapUsage')).usedSize;
    },
  };
}

/** Gives the CPU time that a process's main thread has spent on tasks, ms. */
async function meter(session: CDPSession): Promise<() => Promise<number>> {
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
  };
}

function isExtension(frame: Frame, end: string): boolean {
  return frame.url().startsWith('chrome-extension:') && frame.url().endsWith(end);
}

function missing(end: string): never {
  throw new Error(`DevTools have no frame ${end}`);
}
