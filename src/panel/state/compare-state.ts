// The exchange to compare with, and whether to show only differences.

import { type ReadonlySignal, signal } from '@preact/signals';
import type { CompareView } from '../host/panel-host.ts';

export interface CompareState {
  /** The user's choice; `undefined` for the suggested exchange. */
  readonly other: ReadonlySignal<number | undefined>;
  readonly onlyDifferences: ReadonlySignal<boolean>;
  /** Ids of the previously selected exchanges, latest first. */
  recent(): readonly number[];
  choose(id: number): void;
  showOnlyDifferences(on: boolean): void;
  /** Resets the choice, which holds for one selected exchange. `id` is the one that was selected before. */
  leave(id: number | undefined): void;
}

const MAX_RECENT = 10;

/** `view` outlives the panel's page. */
export function createCompareState(view: CompareView): CompareState {
  const other = signal(view.other);
  const onlyDifferences = signal(view.onlyDifferences);
  const { recent } = view;
  const choose = (id: number | undefined) => {
    view.other = id;
    other.value = id;
  };
  return {
    other,
    onlyDifferences,
    recent: () => recent,
    choose,
    showOnlyDifferences(on) {
      view.onlyDifferences = on;
      onlyDifferences.value = on;
    },
    leave(id) {
      choose(undefined);
      if (id === undefined) return;
      recent.splice(0, recent.length, ...[id, ...recent.filter((each) => each !== id)].slice(0, MAX_RECENT));
    },
  };
}
