// All views, of which one is shown.

import { useRef } from 'preact/hooks';
import type { View } from '../host/panel-host.ts';
import { viewPanelId, viewTabId } from '../lib/focus-targets.ts';
import { usePanelState } from '../state/state-context.ts';
import { viewIds, views } from './views.ts';

export function ViewPanels({ onFocusIn }: { onFocusIn: (event: FocusEvent) => void }) {
  const shown = usePanelState().view.value;
  return (
    <main class="views" onFocusIn={onFocusIn}>
      {viewIds.map((view) => (
        <ViewPanel key={view} view={view} isShown={view === shown} />
      ))}
    </main>
  );
}

/** A hidden view keeps its size and stays mounted, and so keeps its scroll positions and inputs. */
function ViewPanel({ view, isShown }: { view: View; isShown: boolean }) {
  const { Content, isAlwaysMounted = false } = views[view];
  const isMounted = useRef<boolean>(isAlwaysMounted);
  isMounted.current ||= isShown;
  return (
    <div
      id={viewPanelId(view)}
      class={isShown ? 'view' : 'view away'}
      role="tabpanel"
      tabIndex={-1}
      aria-labelledby={viewTabId(view)}
    >
      {isMounted.current && <Content />}
    </div>
  );
}
