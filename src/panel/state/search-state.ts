// The search over all requests: whether it is open, its query, and what it highlights.

import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { SearchQuery } from '../../core/search/compile-query.ts';
import type { SearchHit } from '../../core/search/search.ts';
import type { SearchView } from '../host/panel-host.ts';
import { focusListOrDetail } from '../lib/focus.ts';
import { searchInputId } from '../lib/focus-targets.ts';

export interface SearchState {
  readonly isOpen: ReadonlySignal<boolean>;
  readonly query: ReadonlySignal<SearchQuery>;
  setQuery(query: SearchQuery): void;
  /** What is highlighted; `undefined` without a query. Each new object with a hit is scrolled to once. */
  readonly active: Signal<ActiveSearch | undefined>;
  /** Focuses the search field if the search is already open. */
  open(): void;
  /** Focuses what had the focus before the search was opened, or else the list. */
  close(): void;
}

export interface ActiveSearch {
  readonly pattern: RegExp;
  /** The pattern for a body, which depends on whether it is JSON. */
  readonly patternFor: (body: string) => RegExp;
  /** The current match. */
  readonly hit: SearchHit | undefined;
  /** True the first time: a hit is scrolled to once, so that a tab reopened by hand starts at its top. */
  claimReveal(): boolean;
}

/** `hit` is the current match. */
export function createActiveSearch(search: Omit<ActiveSearch, 'claimReveal'>): ActiveSearch {
  let isRevealed = false;
  return {
    ...search,
    claimReveal() {
      if (isRevealed) return false;
      isRevealed = true;
      return true;
    },
  };
}

/** `view` outlives the panel's page. */
export function createSearchState(view: SearchView): SearchState {
  const isOpen = signal(view.isOpen);
  const query = signal<SearchQuery>({ text: view.text, matchCase: view.matchCase });
  /** A row of the list may be removed, and with it what it shows. */
  let opener: WeakRef<Element> | undefined;
  const setOpen = (on: boolean) => {
    view.isOpen = on;
    isOpen.value = on;
  };
  return {
    isOpen,
    query,
    setQuery(next) {
      Object.assign(view, next);
      query.value = next;
    },
    active: signal(),
    open() {
      const field = document.getElementById(searchInputId);
      const { activeElement } = document;
      if (activeElement?.closest('.search-pane') == null)
        opener = activeElement === null ? undefined : new WeakRef(activeElement);
      setOpen(true);
      if (field instanceof HTMLInputElement) field.select();
    },
    close() {
      setOpen(false);
      const element = opener?.deref();
      if (element instanceof HTMLElement && element !== document.body && isVisible(element)) element.focus();
      else focusListOrDetail();
    },
  };
}

/** False for an element that is no longer in the document. */
function isVisible(element: Element): boolean {
  return element.checkVisibility({ visibilityProperty: true });
}
