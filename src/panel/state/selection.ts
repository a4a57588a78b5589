// The selected exchange, and the tab and location that are shown of it.

import { batch, type ReadonlySignal, signal } from '@preact/signals';
import type { Tab, ViewState } from '../host/panel-host.ts';
import { createScrollPositions, type ScrollPositions } from '../lib/scroll-positions.ts';
import type { CompareState } from './compare-state.ts';

export interface SelectionState {
  /** Id of the selected exchange. */
  readonly id: ReadonlySignal<number | undefined>;
  readonly tab: ReadonlySignal<Tab>;
  /** The location to reveal in the open tab; each new object is revealed once. */
  readonly location: ReadonlySignal<JsonLocation | undefined>;
  /** Scroll positions in the selected exchange. */
  readonly scrollPositions: ScrollPositions;
  /** The exchange to scroll to in the list; each new object is revealed once. */
  readonly scrollTarget: ReadonlySignal<{ readonly id: number } | undefined>;
  select(id: number | undefined): void;
  /** Scrolls to an exchange without selecting it. */
  revealInList(id: number): void;
  openTab(tab: Tab): void;
  /** Compares the selected exchange with this one, or selects it if none is selected. */
  compareWith(id: number): void;
  /** Opens the tab of a location and reveals it. */
  openLocation(location: JsonLocation): void;
}

/** A value in a body of the selected exchange. */
export interface JsonLocation {
  readonly part: 'request' | 'response';
  /** JSON pointer. */
  readonly pointer: string;
}

/** `view` outlives the panel's page. */
export function createSelectionState(
  view: Pick<ViewState, 'selected' | 'tab' | 'scrollPositions'>,
  compare: Pick<CompareState, 'choose' | 'leave'>,
): SelectionState {
  const selected = signal(view.selected);
  const tab = signal(view.tab);
  const location = signal<JsonLocation>();
  const scrollPositions = createScrollPositions(view.scrollPositions);
  const scrollTarget = signal<{ readonly id: number }>();
  const select = (id: number | undefined) =>
    batch(() => {
      if (id !== selected.value) {
        location.value = undefined;
        scrollPositions.clear();
        compare.leave(selected.value);
      }
      view.selected = id;
      selected.value = id;
    });
  // Without a location, a tab opens at its top.
  const openTab = (next: Tab, at?: JsonLocation) =>
    batch(() => {
      location.value = at;
      view.tab = next;
      tab.value = next;
    });
  return {
    id: selected,
    tab,
    location,
    scrollPositions,
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
      // The location determines the scroll position.
      scrollPositions.clear();
      openTab(next.part, next);
    },
  };
}
