// What the selected exchange is compared with, and how.

import { type ReadonlySignal, signal } from '@preact/signals';
import type { CompareView } from '../host/panel-host.ts';

export interface CompareState {
  /** What the user chose; `undefined`: what suggests itself. */
  readonly other: ReadonlySignal<number | undefined>;
  readonly onlyDifferences: ReadonlySignal<boolean>;
  /** What was selected before, the last first. */
  visited(): number[];
  choose(id: number): void;
  showOnlyDifferences(on: boolean): void;
  /** Another exchange was selected: a choice holds for one. */
  leave(id: number | undefined): void;
}

const mostVisited = 10;

/** `view` outlives the panel. */
export function createCompareState(view: CompareView): CompareState {
  const other = signal(view.other);
  const onlyDifferences = signal(view.onlyDifferences);
  const visited = () => view.visited.split(' ').filter(Boolean).map(Number);
  const choose = (id: number | undefined) => {
    view.other = id;
    other.value = id;
  };
  return {
    other,
    onlyDifferences,
    visited,
    choose,
    showOnlyDifferences(on) {
      view.onlyDifferences = on;
      onlyDifferences.value = on;
    },
    leave(id) {
      choose(undefined);
      if (id === undefined) return;
      view.visited = [id, ...visited().filter((each) => each !== id)].slice(0, mostVisited).join(' ');
    },
  };
}
