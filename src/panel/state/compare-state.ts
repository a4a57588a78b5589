// What the selected exchange is compared with, and how.

import { type ReadonlySignal, signal } from '@preact/signals';
import type { CompareView } from '../host/panel-host.ts';

export interface CompareState {
  /** What the user chose; `undefined`: what suggests itself. */
  readonly other: ReadonlySignal<number | undefined>;
  readonly onlyDifferences: ReadonlySignal<boolean>;
  /** What was selected before, the last first. */
  recent(): number[];
  choose(id: number): void;
  showOnlyDifferences(on: boolean): void;
  /** Another exchange was selected: a choice holds for one. */
  leave(id: number | undefined): void;
}

const MAX_RECENT = 10;

/** `view` outlives the panel. */
export function createCompareState(view: CompareView): CompareState {
  const other = signal(view.other);
  const onlyDifferences = signal(view.onlyDifferences);
  const recent = () => view.visited.split(' ').filter(Boolean).map(Number);
  const choose = (id: number | undefined) => {
    view.other = id;
    other.value = id;
  };
  return {
    other,
    onlyDifferences,
    recent,
    choose,
    showOnlyDifferences(on) {
      view.onlyDifferences = on;
      onlyDifferences.value = on;
    },
    leave(id) {
      choose(undefined);
      if (id === undefined) return;
      view.visited = [id, ...recent().filter((each) => each !== id)].slice(0, MAX_RECENT).join(' ');
    },
  };
}
