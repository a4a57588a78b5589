// Measures how long the panel is held up while it is busy, apart from the timed repetitions: watching makes the panel draw all the time.

import type { BenchBrowser } from './bench-browser.ts';
import { startJankMonitor, stopJankMonitor } from './page-scripts/frames.ts';
import type { PageTimes } from './page-scripts/page.ts';
import { alternate, medians, type Pair } from './paired-runs.ts';
import type { Measure } from './table.ts';

/** `what` begins the names of the measures; `work` makes `requests` requests. */
export async function measureJank(
  browsers: Pair<BenchBrowser>,
  what: string,
  requests: number,
  work: (browser: BenchBrowser) => Promise<PageTimes>,
): Promise<Measure[]> {
  const found = await alternate(browsers, 1, async (browser) => {
    await browser.panel.evaluate(startJankMonitor);
    await browser.observe(requests, () => work(browser));
    return browser.panel.evaluate(stopJankMonitor);
  });
  const common = { kind: 'figure', unit: 'ms', note: 'once' } as const;
  return [
    {
      name: `${what}: thread held up, at most`,
      ...medians(found, ({ blockedMs }) => blockedMs),
      target: 50,
      ...common,
    },
    {
      name: `${what}: longest time without a frame`,
      ...medians(found, ({ longestFrameMs }) => longestFrameMs),
      target: 100,
      ...common,
    },
  ];
}
