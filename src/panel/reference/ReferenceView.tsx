// The reference, which is fetched when it is first looked at: its texts would make the panel slower to open.

import { useRef } from 'preact/hooks';
import type { PanelHost } from '../host/panel-host.ts';
import { lazyModule } from '../lib/lazy-module.ts';
import type { PanelState } from '../state/panel-state.ts';

interface ReferenceProps {
  state: PanelState;
  host: PanelHost;
}

export function ReferenceView({ state, host }: ReferenceProps) {
  const wasShown = useRef(false);
  wasShown.current ||= state.view.value === 'reference';
  return wasShown.current ? <Fetched state={state} host={host} /> : null;
}

const code = lazyModule(() => import('./Reference.tsx'));

function Fetched({ state, host }: ReferenceProps) {
  const fetched = code.use();
  if (fetched === 'loading') return null;
  if (fetched === 'failed') {
    return (
      <p class="notice" role="alert">
        The reference could not be loaded. Close and reopen DevTools.
      </p>
    );
  }
  return <fetched.Reference state={state} host={host} />;
}
