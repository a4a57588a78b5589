// Measures how long the panel's main thread is blocked. Separate from the timed repetitions, since monitoring renders every frame.

import type { ObservedBrowser } from './observed-browser.ts';
import { startJankMonitor, stopJankMonitor } from './page-scripts/frames.ts';
import type { PageTimes } from './page-scripts/page.ts';
import { alternate, medians, type Pair } from './paired-runs.ts';
import type { Measure } from './table.ts';

/** `what` is the prefix of the measures' names; `work` sends `requests` requests. */
export async function measureJank<B extends ObservedBrowser>(
  browsers: Pair<B>,
  what: string,
  requests: number,
  work: (browser: B) => Promise<PageTimes>,
): Promise<Measure[]> {
  const found = await alternate(browsers, 1, async (browser) => {
    await browser.panel.evaluate(startJankMonitor);
    await browser.observe(requests, () => work(browser));
    return browser.panel.evaluate(stopJankMonitor);
  });
  const common = { kind: 'figure', unit: 'ms', note: 'once' } as const;
  return [
    {
      name: `${what}: longest block of the main thread`,
      ...medians(found, ({ blockedMs }) => blockedMs),
      ...common,
    },
    {
      name: `${what}: longest frame gap`,
      ...medians(found, ({ longestFrameMs }) => longestFrameMs),
      ...common,
    },
  ];
}
