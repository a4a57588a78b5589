// A browser with open DevTools and one extension, ours or the baseline, as far as Chromium and Firefox can measure the same.

import type { InspectedPage, Page } from '../drivers/browser.ts';
import { withTimeout } from '../drivers/wait-for.ts';
import type { PageTimes } from './page-scripts/page.ts';
import { observeRows, waitForBodies, waitForRows } from './page-scripts/panel.ts';

export interface ObservedBrowser {
  readonly page: InspectedPage;
  readonly panel: Page<Window>;
  /** Reloads the page, so that DevTools drop their requests, and clears the log. */
  readonly reset: () => Promise<void>;
  /** Runs `work`, which sends `requests` requests, and waits until all are rendered and their bodies read. */
  readonly observe: (requests: number, work: () => Promise<PageTimes>) => Promise<Rendering>;
  readonly close: () => Promise<void>;
}

export interface Rendering {
  readonly page: PageTimes;
  /** The number of rows rendered since the start, and the time of each change. */
  readonly shown: readonly (readonly [more: number, ms: number])[];
  readonly bodyBytes: number;
}

const TIMEOUT_MS = 120_000;

/** The `observe` of every browser. */
export async function observeRendering(
  panel: Page<Window>,
  requests: number,
  work: () => Promise<PageTimes>,
): Promise<Rendering> {
  await panel.evaluate(observeRows);
  const page = await withTimeout('the page’s requests', work(), TIMEOUT_MS);
  const shown = await withTimeout('the last row', panel.evaluate(waitForRows, requests), TIMEOUT_MS);
  const bodyBytes = await withTimeout('the last body', panel.evaluate(waitForBodies), TIMEOUT_MS);
  const first = shown[0]?.[0] ?? 0;
  return { page, shown: shown.map(([count, ms]) => [count - first, ms] as const), bodyBytes };
}

/** The page's own time for its requests. */
export function pageMs({ page }: Pick<Rendering, 'page'>): number {
  return page.endMs - page.startMs;
}

/** The time from the last response to the last row. */
export function renderLagMs({ page, shown }: Rendering): number {
  return (shown.at(-1)?.[1] ?? Number.NaN) - page.endMs;
}
