// Files and texts that are brought in: what the user sees of it is fetched after the first picture.

import type { PanelHost } from '../host/panel-host.ts';
import { lazyModule } from '../lib/lazy-module.ts';
import type { PanelState } from '../state/panel-state.ts';

const work = lazyModule(() => import('./ImportStatus.tsx'));

export function Import({ state, host }: { state: PanelState; host: PanelHost }) {
  const code = work.use();
  return typeof code === 'string' ? null : <code.ImportStatus state={state} host={host} />;
}
