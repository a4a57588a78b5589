// Runs ours and the control alternately, so that noise on the machine affects both.

import type { ObservedBrowser } from './observed-browser.ts';
import { median } from './statistics.ts';

export interface Pair<T> {
  readonly ours: T;
  readonly control: T;
}

/** Repeats `measure` on both in turn, with a fresh page and an empty log. */
export async function alternate<B extends ObservedBrowser, T>(
  browsers: Pair<B>,
  repetitions: number,
  measure: (browser: B) => Promise<T>,
): Promise<Pair<T[]>> {
  const results: Pair<T[]> = { ours: [], control: [] };
  for (let repetition = 0; repetition < repetitions; repetition++) {
    for (const name of ['ours', 'control'] as const) {
      await browsers[name].reset();
      results[name].push(await measure(browsers[name]));
    }
  }
  return results;
}

/** The medians of a value over the repetitions. */
export function medians<T>({ ours, control }: Pair<T[]>, value: (repetition: T) => number): Pair<number> {
  return { ours: median(ours.map(value)), control: median(control.map(value)) };
}
