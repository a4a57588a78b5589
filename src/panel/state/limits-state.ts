// The time range that the charts of the limits view cover.

import { type ReadonlySignal, signal } from '@preact/signals';
import type { ChartRange } from '../../core/session/chart-range.ts';

export interface LimitsState {
  readonly range: ReadonlySignal<ChartRange>;
  setRange(range: ChartRange): void;
}

/** `view` outlives the panel's page. */
export function createLimitsState(view: { range: ChartRange }): LimitsState {
  const range = signal(view.range);
  return {
    range,
    setRange(next) {
      view.range = next;
      range.value = next;
    },
  };
}
