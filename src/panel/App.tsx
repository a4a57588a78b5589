// The whole panel: its views, of which one is shown, and what frames them.

import type { ComponentChildren } from 'preact';
import type { PanelHost, View } from './host/panel-host.ts';
import { Import } from './import/Import.tsx';
import { LimitsView } from './limits/LimitsView.tsx';
import { ReferenceView } from './reference/ReferenceView.tsx';
import { SearchLayout } from './search/SearchLayout.tsx';
import { useSearchShortcuts } from './search/use-search-shortcuts.ts';
import { Dialogs } from './shell/Dialogs.tsx';
import { ExchangesView } from './shell/ExchangesView.tsx';
import { NoticeList } from './shell/NoticeList.tsx';
import { StatusMessage } from './shell/StatusMessage.tsx';
import { Toolbar } from './shell/Toolbar.tsx';
import { useShortcuts } from './shell/use-shortcuts.ts';
import { useViewFocus } from './shell/use-view-focus.ts';
import type { PanelState } from './state/panel-state.ts';

export function App({ state, host }: { state: PanelState; host: PanelHost }) {
  const shown = state.view.value;
  useShortcuts(state, host);
  useSearchShortcuts(state);
  const follow = useViewFocus(shown);
  return (
    <div class="panel">
      {state.isDisconnected.value && (
        <p class="notice" role="alert">
          The extension was reloaded. Close and reopen DevTools to hear more calls.
        </p>
      )}
      <NoticeList state={state} />
      <Toolbar state={state} host={host} />
      <Import state={state} host={host} />
      <main class="views" onFocusIn={follow}>
        <ViewPanel of="exchanges" shown={shown}>
          <SearchLayout state={state} host={host}>
            <ExchangesView state={state} host={host} />
          </SearchLayout>
        </ViewPanel>
        <ViewPanel of="limits" shown={shown}>
          <LimitsView state={state} host={host} />
        </ViewPanel>
        <ViewPanel of="reference" shown={shown}>
          <ReferenceView state={state} host={host} />
        </ViewPanel>
      </main>
      <StatusMessage state={state} />
      <Dialogs state={state} host={host} />
    </div>
  );
}

/** A view that is not shown keeps its place and size: so it keeps what was scrolled to and typed. */
function ViewPanel({ of, shown, children }: { of: View; shown: View; children: ComponentChildren }) {
  return (
    <div
      id={`view-${of}`}
      class={of === shown ? 'view' : 'view away'}
      role="tabpanel"
      tabIndex={-1}
      aria-labelledby={`view-tab-${of}`}
    >
      {children}
    </div>
  );
}
