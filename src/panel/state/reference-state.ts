// What the reference shows at the moment: the search, the open entry and the way that led to it.

import { batch, type ReadonlySignal, signal } from '@preact/signals';
import type { ReferenceView } from '../host/panel-host.ts';

export interface ReferenceState {
  readonly query: ReadonlySignal<string>;
  /** Id of the open entry. */
  readonly opened: ReadonlySignal<string | undefined>;
  /** Entries whose links led to the open one, and where they were scrolled to; the last is gone back to first. */
  readonly trail: ReadonlySignal<readonly Step[]>;
  search(query: string): void;
  /** Begins a new way. */
  open(id: string | undefined): void;
  /** Opens an entry from a link in the open one. */
  follow(id: string): void;
  back(): void;
}

interface Step {
  readonly id: string;
  readonly top: number;
}

/** `view` outlives the panel's page and is kept up with what is shown. */
export function createReferenceState(view: ReferenceView): ReferenceState {
  const query = signal(view.query);
  const opened = signal(view.open);
  const trail = signal<readonly Step[]>([]);

  const go = (id: string | undefined, way: readonly Step[], top = 0) =>
    batch(() => {
      if (id !== opened.value) view.entryTop = top;
      view.open = id;
      opened.value = id;
      trail.value = way;
    });

  return {
    query,
    opened,
    trail,
    search(text) {
      if (text === query.value) return;
      view.query = text;
      view.listTop = 0;
      query.value = text;
    },
    open: (id) => go(id, []),
    follow(id) {
      const from = opened.value;
      if (from === id) return;
      go(id, from === undefined ? [] : [...trail.value, { id: from, top: view.entryTop }]);
    },
    back() {
      const last = trail.value.at(-1);
      if (last) go(last.id, trail.value.slice(0, -1), last.top);
    },
  };
}
