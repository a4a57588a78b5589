// Which exchange is selected, and what is looked at of it.

import { batch, type ReadonlySignal, signal } from '@preact/signals';
import type { Tab, ViewState } from '../host/panel-host.ts';
import { createScrollPositions, type ScrollPositions } from '../lib/scroll-positions.ts';
import type { CompareState } from './compare-state.ts';

export interface SelectionState {
  /** Of the exchange. */
  readonly id: ReadonlySignal<number | undefined>;
  readonly tab: ReadonlySignal<Tab>;
  /** The place to go to in the tab that is open; every new object is gone to. */
  readonly place: ReadonlySignal<JsonLocation | undefined>;
  /** Where the parts of the exchange were scrolled to. */
  readonly places: ScrollPositions;
  /** The exchange to bring into sight; every new object is gone to. */
  readonly scrollTarget: ReadonlySignal<{ readonly id: number } | undefined>;
  select(id: number | undefined): void;
  /** Brings an exchange into sight without selecting it. */
  revealInList(id: number): void;
  openTab(tab: Tab): void;
  /** Compares the selected exchange with this one; selects it where none is selected. */
  compareWith(id: number): void;
  /** Opens the tab of a place and goes there. */
  openLocation(place: JsonLocation): void;
}

/** Somewhere in a body of the selected exchange. */
export interface JsonLocation {
  readonly part: 'request' | 'response';
  /** JSON pointer. */
  readonly pointer: string;
}

/** `view` outlives the panel. */
export function createSelectionState(
  view: Pick<ViewState, 'selected' | 'tab' | 'scrollPositions'>,
  compare: Pick<CompareState, 'choose' | 'leave'>,
): SelectionState {
  const selected = signal(view.selected);
  const tab = signal(view.tab);
  const place = signal<JsonLocation>();
  const places = createScrollPositions(view.scrollPositions);
  const scrollTarget = signal<{ readonly id: number }>();
  const select = (id: number | undefined) =>
    batch(() => {
      if (id !== selected.value) {
        place.value = undefined;
        places.clear();
        compare.leave(selected.value);
      }
      view.selected = id;
      selected.value = id;
    });
  // Who opens a tab by hand wants to see it from its beginning.
  const openTab = (next: Tab, at?: JsonLocation) =>
    batch(() => {
      place.value = at;
      view.tab = next;
      tab.value = next;
    });
  return {
    id: selected,
    tab,
    place,
    places,
    scrollTarget,
    select,
    revealInList(id) {
      scrollTarget.value = { id };
    },
    openTab: (next) => openTab(next),
    compareWith: (id) =>
      batch(() => {
        if (selected.value === undefined) return select(id);
        if (id === selected.value) return;
        compare.choose(id);
        openTab('compare');
      }),
    openLocation(next) {
      // What is gone to is scrolled to.
      places.clear();
      openTab(next.part, next);
    },
  };
}
