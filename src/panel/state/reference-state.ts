// The state of the reference view: its search, its open entry and the trail of links that led there.

import { batch, type ReadonlySignal, signal } from '@preact/signals';
import type { ReferenceView } from '../host/panel-host.ts';

export interface ReferenceState {
  readonly query: ReadonlySignal<string>;
  /** Id of the open entry. */
  readonly opened: ReadonlySignal<string | undefined>;
  /** Entries whose links led to the open one, oldest first, with their scroll positions. */
  readonly trail: ReadonlySignal<readonly Step[]>;
  search(query: string): void;
  /** Opens an entry and starts a new trail. */
  open(id: string | undefined): void;
  /** Opens an entry from a link in the open one. */
  follow(id: string): void;
  back(): void;
  /** Scroll offsets in px and the list's share of the view; outlives the panel's page. */
  readonly layout: Pick<ReferenceView, 'listTop' | 'entryTop' | 'split'>;
}

interface Step {
  readonly id: string;
  readonly top: number;
}

/** `view` outlives the panel's page and stays in sync. */
export function createReferenceState(view: ReferenceView): ReferenceState {
  const query = signal(view.query);
  const opened = signal(view.open);
  const trail = signal<readonly Step[]>([]);

  const go = (id: string | undefined, nextTrail: readonly Step[], top = 0) =>
    batch(() => {
      if (id !== opened.value) view.entryTop = top;
      view.open = id;
      opened.value = id;
      trail.value = nextTrail;
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
    layout: view,
  };
}
