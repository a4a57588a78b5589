// The tabs that switch between the views.

import { nextTabIndex } from '../lib/arrow-keys.ts';
import { focusViewTab } from '../lib/focus.ts';
import { viewPanelId, viewTabId } from '../lib/focus-targets.ts';
import { usePanelState } from '../state/state-context.ts';
import { viewIds, views } from './views.ts';

export function ViewTabs() {
  const { view, openView } = usePanelState();
  const shown = view.value;
  const onKeyDown = (event: KeyboardEvent) => {
    const index = nextTabIndex(event.key, viewIds.indexOf(shown), viewIds.length);
    const next = index === undefined ? undefined : viewIds[index];
    if (next === undefined) return;
    event.preventDefault();
    openView(next);
    focusViewTab(next);
  };
  return (
    <div role="tablist" aria-label="Views" class="tabs" onKeyDown={onKeyDown}>
      {viewIds.map((id) => (
        <button
          key={id}
          type="button"
          id={viewTabId(id)}
          class="tab"
          role="tab"
          aria-selected={id === shown}
          aria-controls={viewPanelId(id)}
          tabIndex={id === shown ? 0 : -1}
          onClick={() => openView(id)}
        >
          {views[id].title}
        </button>
      ))}
    </div>
  );
}
