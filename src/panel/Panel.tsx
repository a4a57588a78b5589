// The whole panel: its views, of which one is shown, and what frames them.

import type { ComponentChildren } from 'preact';
import { BringIn } from './BringIn.tsx';
import { Dialogs } from './Dialogs.tsx';
import { ExchangesView } from './ExchangesView.tsx';
import type { PanelHost, View } from './host.ts';
import { LimitsView } from './LimitsView.tsx';
import { NoticeList } from './NoticeList.tsx';
import type { PanelState } from './panel-state.ts';
import { ReferenceView } from './ReferenceView.tsx';
import { Said } from './Said.tsx';
import { SearchFrame } from './SearchFrame.tsx';
import { useSearchKeys } from './search-keys.ts';
import { Toolbar } from './Toolbar.tsx';
import { useShortcuts } from './use-shortcuts.ts';
import { useViewFocus } from './use-view-focus.ts';

export function Panel({ state, host }: { state: PanelState; host: PanelHost }) {
  const shown = state.view.value;
  useShortcuts(state, host);
  useSearchKeys(state);
  const follow = useViewFocus(shown);
  return (
    <div class="panel">
      {state.isCutOff.value && (
        <p class="notice" role="alert">
          The extension was reloaded. Close and reopen DevTools to hear more calls.
        </p>
      )}
      <NoticeList state={state} />
      <Toolbar state={state} host={host} />
      <BringIn state={state} host={host} />
      <main class="views" onFocusIn={follow}>
        <ViewPanel of="exchanges" shown={shown}>
          <SearchFrame state={state} host={host}>
            <ExchangesView state={state} host={host} />
          </SearchFrame>
        </ViewPanel>
        <ViewPanel of="limits" shown={shown}>
          <LimitsView state={state} host={host} />
        </ViewPanel>
        <ViewPanel of="reference" shown={shown}>
          <ReferenceView state={state} host={host} />
        </ViewPanel>
      </main>
      <Said state={state} />
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
