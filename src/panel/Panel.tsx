// The whole panel: its views, of which one is shown, and what frames them.

import type { ComponentChildren } from 'preact';
import { ExchangesView } from './ExchangesView.tsx';
import type { PanelHost, View } from './host.ts';
import { LimitsView } from './LimitsView.tsx';
import type { PanelState } from './panel-state.ts';
import { ReferenceView } from './ReferenceView.tsx';
import { Toolbar } from './Toolbar.tsx';

export function Panel({ state, host }: { state: PanelState; host: PanelHost }) {
  const shown = state.view.value;
  return (
    <div class="panel">
      {state.isCutOff.value && (
        <p class="notice" role="alert">
          The extension was reloaded. Close and reopen DevTools to go on; what is shown here is from before.
        </p>
      )}
      <Toolbar state={state} />
      <div class="views">
        <ViewPanel of="exchanges" shown={shown}>
          <ExchangesView state={state} host={host} />
        </ViewPanel>
        <ViewPanel of="limits" shown={shown}>
          <LimitsView state={state} host={host} />
        </ViewPanel>
        <ViewPanel of="reference" shown={shown}>
          <ReferenceView state={state} host={host} />
        </ViewPanel>
      </div>
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
      aria-labelledby={`view-tab-${of}`}
    >
      {children}
    </div>
  );
}
