// Opens the panel in several pairs of new browsers: a browser opens its panel for the first time only once.

import { runBurst } from './burst.ts';
import type { ObservedBrowser } from './observed-browser.ts';
import { medians, type Pair } from './paired-runs.ts';
import { formatRuns, type Measure } from './table.ts';

const PAIRS = 3;

interface Steps<B> {
  /** Starts a browser with DevTools open, but not the panel. */
  readonly start: (name: keyof Pair<B>) => Promise<B>;
  /** Opens the panel. In ms to the first row. */
  readonly open: (browser: B) => Promise<number>;
  /** Measures the open panels of the last pair. */
  readonly continueWith: (browsers: Pair<B>) => Promise<Measure[]>;
}

/** Measures opening the panel on 2,000 exchanges, then continues with the last pair. */
export async function measureOpenings<B extends ObservedBrowser>({ start, open, continueWith }: Steps<B>) {
  const openings: Pair<number[]> = { ours: [], control: [] };
  const started: B[] = [];
  const openOne = async (name: keyof Pair<B>) => {
    const browser = await start(name);
    started.push(browser);
    await runBurst(2000, browser);
    openings[name].push(await open(browser));
    return browser;
  };
  const openPair = async () => ({ ours: await openOne('ours'), control: await openOne('control') });
  const close = async () => {
    for (const browser of started.splice(0)) await browser.close();
  };
  try {
    for (let pair = 1; pair < PAIRS; pair++) {
      await openPair();
      await close();
    }
    const browsers = await openPair();
    return [...toMeasures(openings), ...(await continueWith(browsers))];
  } finally {
    await close();
  }
}

function toMeasures(openings: Pair<number[]>): Measure[] {
  const name = 'opening the panel on 2,000 exchanges: first row';
  const opening = { name, ...medians(openings, (ms) => ms), unit: 'ms' } as const;
  return [
    { ...opening, kind: 'ratio', target: 2 },
    { ...opening, kind: 'figure', note: formatRuns(openings.ours, openings.control) },
  ];
}
