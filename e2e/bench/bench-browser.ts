// Chromium with open DevTools and one extension, ours or the baseline, and meters for its processes.

import type { CDPSession, Frame } from 'playwright';
import { type Chromium, launchChromium } from '../drivers/chromium.ts';
import { createPage } from '../drivers/chromium-locator.ts';
import { type ObservedBrowser, observeRendering, type Rendering } from './observed-browser.ts';
import type { PageTimes } from './page-scripts/page.ts';
import { clearLog, observeLongTasks, takeLongestTask } from './page-scripts/panel.ts';

export interface BenchBrowser extends ObservedBrowser {
  readonly chromium: Chromium;
  readonly observe: (requests: number, work: () => Promise<PageTimes>) => Promise<Observation>;
  /** Bytes in the extension's process after a garbage collection. */
  readonly heap: () => Promise<number>;
}

export interface Observation extends Rendering {
  /** CPU time of the main thread of the extension's process, ms. */
  readonly mainThreadMs: number;
  /** CPU time of the main thread of the DevTools front end, ms. */
  readonly frontEndMs: number;
  /** The longest task in the panel's document, ms; 0 if none took 50 ms or more. */
  readonly longestTaskMs: number;
}

/** Starts a browser, without opening the panel's tab. `extension` is a folder. */
export async function openBenchBrowser(extension: string, url: string): Promise<BenchBrowser> {
  const chromium = await launchChromium({ extension, url, openPanel: false });
  const { devtools, page } = chromium;
  const frameAt = (end: string) => devtools.frames().find((frame) => isExtension(frame, end)) ?? throwMissingFrame(end);
  const panel = createPage<Window>('window', devtools.keyboard, () => frameAt('/panel.html'));
  const session = await devtools.context().newCDPSession(frameAt('/devtools.html'));
  const mainThread = await createCpuMeter(session);
  const frontEnd = await createCpuMeter(await devtools.context().newCDPSession(devtools));

  return {
    chromium,
    page,
    panel,
    close: chromium.close,
    reset: async () => {
      await page.goto(url);
      await panel.evaluate(clearLog);
    },
    observe: async (requests, work) => {
      await panel.evaluate(observeLongTasks);
      const [mainThreadBefore, frontEndBefore] = [await mainThread(), await frontEnd()];
      const rendering = await observeRendering(panel, requests, work);
      return {
        ...rendering,
        mainThreadMs: (await mainThread()) - mainThreadBefore,
        frontEndMs: (await frontEnd()) - frontEndBefore,
        longestTaskMs: await panel.evaluate(takeLongestTask),
      };
    },
    heap: async () => {
      await session.send('HeapProfiler.collectGarbage');
      return (await session.send('Runtime.getHeapUsage')).usedSize;
    },
  };
}

/** Returns a function that reads the CPU time that a process's main thread has spent on tasks, in ms. */
async function createCpuMeter(session: CDPSession): Promise<() => Promise<number>> {
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
  };
}

function isExtension(frame: Frame, end: string): boolean {
  return frame.url().startsWith('chrome-extension:') && frame.url().endsWith(end);
}

function throwMissingFrame(end: string): never {
  throw new Error(`DevTools have no frame ${end}`);
}
