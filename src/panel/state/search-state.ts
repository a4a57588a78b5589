// Whether the search over all calls is open, and what it marks in the messages.

import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { SearchHit } from '../../core/search/search.ts';
import type { SearchView } from '../host/panel-host.ts';
import { focusListOrDetail } from '../lib/focus.ts';

export interface SearchState {
  readonly isOpen: ReadonlySignal<boolean>;
  /** What is marked; `undefined` where nothing is searched for. Every new object with a hit is gone to. */
  readonly active: Signal<ActiveSearch | undefined>;
  /** Where it is open already, its field takes the focus. */
  open(): void;
  /** The focus goes back to where it was, or else to the calls. */
  close(): void;
}

export interface ActiveSearch {
  readonly pattern: RegExp;
  /** For a body, by what it is. */
  readonly patternFor: (body: string) => RegExp;
  /** The match that was gone to last. */
  readonly hit: SearchHit | undefined;
}

export const searchFieldId = 'search-field';

/** `view` outlives the panel's page. */
export function createSearchState(view: SearchView): SearchState {
  const isOpen = signal(view.isOpen);
  let opener: Element | null = null;
  const turn = (on: boolean) => {
    view.isOpen = on;
    isOpen.value = on;
  };
  return {
    isOpen,
    active: signal(),
    open() {
      const field = document.getElementById(searchFieldId);
      const { activeElement } = document;
      if (activeElement?.closest('.search-pane') == null) opener = activeElement;
      turn(true);
      if (field instanceof HTMLInputElement) field.select();
    },
    close() {
      turn(false);
      // What is gone or out of sight by now does not take it.
      if (opener instanceof HTMLElement && opener !== document.body && isInSight(opener)) opener.focus();
      else focusListOrDetail();
    },
  };
}

/** Never of what is out of the document. */
function isInSight(element: Element): boolean {
  return element.checkVisibility({ visibilityProperty: true });
}
