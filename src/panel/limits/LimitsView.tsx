// The limits, whose code is fetched when they are first looked at, and which are drawn anew only while they are.

import type { VNode } from 'preact';
import { useRef } from 'preact/hooks';
import type { PanelHost } from '../host/panel-host.ts';
import { lazyModule } from '../lib/lazy-module.ts';
import { useTickingRender } from '../lib/use-interval-render.ts';
import type { PanelState } from '../state/panel-state.ts';

interface LimitsProps {
  state: PanelState;
  host: PanelHost;
}

export function LimitsView({ state, host }: LimitsProps) {
  const isShown = state.view.value === 'limits';
  const last = useRef<VNode | null>(null);
  useTickingRender(isShown);
  // What is not shown stays as it was: nothing in it reads what changes.
  if (isShown) last.current = <Fetched state={state} host={host} revision={state.revision.value} nowMs={Date.now()} />;
  return last.current;
}

const code = lazyModule(() => import('./Limits.tsx'));

function Fetched(props: LimitsProps & { revision: number; nowMs: number }) {
  const fetched = code.use();
  if (fetched === 'loading') return null;
  if (fetched === 'failed') {
    return (
      <p class="notice" role="alert">
        The limits could not be loaded. Close and reopen DevTools.
      </p>
    );
  }
  return <fetched.Limits {...props} />;
}
