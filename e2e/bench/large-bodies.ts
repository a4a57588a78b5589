// Measures large responses: 50 lists of a megabyte each.

import type { BenchBrowser, Observation } from './bench-browser.ts';
import { measureJank } from './jank.ts';
import { sendBurst } from './page-scripts/page.ts';
import { alternate, medians, type Pair } from './paired-runs.ts';
import type { Measure } from './table.ts';

const REQUESTS = 50;
const REPETITIONS = 5;
/** About a megabyte. */
const ITEMS_PER_BODY = 1400;

export async function measureLargeBodies(browsers: Pair<BenchBrowser>): Promise<Measure[]> {
  const work = ({ chromium }: BenchBrowser) =>
    chromium.page.evaluate(sendBurst, { requests: REQUESTS, concurrency: 6, items: ITEMS_PER_BODY });
  const found = await alternate(browsers, REPETITIONS, (browser) => browser.observe(REQUESTS, () => work(browser)));
  const worst = Math.max(...found.ours.map(({ longestTaskMs }) => longestTaskMs));
  const longest = medians(found, ({ longestTaskMs }) => longestTaskMs);
  const pageMs = ({ page }: Observation) => page.endMs - page.startMs;
  const note = `worst ${Math.round(worst)}`;
  return [
    { name: '50 bodies of 1 MB: all rendered', ...medians(found, allRenderedMs), kind: 'ratio', unit: 'ms', target: 1 },
    { name: "50 bodies of 1 MB: page's own time", ...medians(found, pageMs), kind: 'ratio', unit: 'ms' },
    {
      name: '50 bodies of 1 MB: longest task of the panel',
      ...longest,
      kind: 'figure',
      unit: 'ms',
      zeroText: '< 50',
      note,
    },
    ...(await measureJank(browsers, '50 bodies of 1 MB', REQUESTS, work)),
  ];
}

/** The time from the first request until all rows are rendered. */
function allRenderedMs({ page, shown }: Observation): number {
  return (shown.at(-1)?.[1] ?? Number.NaN) - page.startMs;
}
