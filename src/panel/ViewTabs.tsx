// Chooses between the views of the panel.

import type { View } from './host.ts';
import type { PanelState } from './panel-state.ts';

const views: readonly { id: View; title: string }[] = [
  { id: 'exchanges', title: 'Exchanges' },
  { id: 'limits', title: 'Limits' },
  { id: 'reference', title: 'Reference' },
];

export function ViewTabs({ state }: { state: PanelState }) {
  const shown = state.view.value;
  const move = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (step === undefined) return;
    const next = views[(views.findIndex(({ id }) => id === shown) + step + views.length) % views.length];
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
