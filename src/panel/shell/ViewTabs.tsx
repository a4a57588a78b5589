// Chooses between the views of the panel.

import type { View } from '../host/panel-host.ts';
import { nextTabIndex } from '../lib/arrow-keys.ts';
import type { PanelState } from '../state/panel-state.ts';

const views: readonly { id: View; title: string }[] = [
  { id: 'exchanges', title: 'Exchanges' },
  { id: 'limits', title: 'Limits' },
  { id: 'reference', title: 'Reference' },
];

export function ViewTabs({ state }: { state: PanelState }) {
  const shown = state.view.value;
  const move = (event: KeyboardEvent) => {
    const to = nextTabIndex(
      event.key,
      views.findIndex(({ id }) => id === shown),
      views.length,
    );
    const next = to === undefined ? undefined : views[to];
    if (next === undefined) return;
    event.preventDefault();
    state.openView(next.id);
    document.getElementById(`view-tab-${next.id}`)?.focus();
  };
  return (
    <div role="tablist" aria-label="Views" class="tabs" onKeyDown={move}>
      {views.map(({ id, title }) => (
        <button
          key={id}
          type="button"
          id={`view-tab-${id}`}
          class="tab"
          role="tab"
          aria-selected={id === shown}
          aria-controls={`view-${id}`}
          tabIndex={id === shown ? 0 : -1}
          onClick={() => state.openView(id)}
        >
          {title}
        </button>
      ))}
    </div>
  );
}
