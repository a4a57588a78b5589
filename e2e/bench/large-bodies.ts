// Measures what large answers do: 50 lists of a megabyte each.

import type { BenchBrowser, Watched } from './bench-browser.ts';
import { measureStalls } from './jank.ts';
import { burst } from './page-scripts/page.ts';
import { alternate, medians, type Pair } from './paired-runs.ts';
import type { Measure } from './table.ts';

const requests = 50;
const repetitions = 5;
/** About a megabyte. */
const items = 1400;

export async function measureLargeBodies(browsers: Pair<BenchBrowser>): Promise<Measure[]> {
  const work = ({ chromium }: BenchBrowser) => chromium.page.evaluate(burst, { requests, parallel: 6, items });
  const found = await alternate(browsers, repetitions, (browser) => browser.watch(requests, () => work(browser)));
  const worst = Math.max(...found.ours.map(({ longestTaskMs }) => longestTaskMs));
  const longest = medians(found, ({ longestTaskMs }) => longestTaskMs);
  const pageMs = ({ page }: Watched) => page.endMs - page.startMs;
  const note = `worst ${Math.round(worst)}`;
  return [
    { name: '50 bodies of 1 MB: all shown', ...medians(found, allShownMs), of: 'ratio', unit: 'ms', target: 1.2 },
    { name: "50 bodies of 1 MB: page's own time", ...medians(found, pageMs), of: 'ratio', unit: 'ms' },
    {
      name: '50 bodies of 1 MB: longest task of the panel',
      ...longest,
      of: 'figure',
      unit: 'ms',
      target: 49.9,
      none: '< 50',
      note,
    },
    ...(await measureStalls(browsers, '50 bodies of 1 MB', requests, work)),
  ];
}

/** From the first request. */
function allShownMs({ page, shown }: Watched): number {
  return (shown.at(-1)?.[1] ?? Number.NaN) - page.startMs;
}
