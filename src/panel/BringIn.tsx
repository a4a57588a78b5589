// Files and texts that are brought in: what the user sees of it is fetched after the first picture.

import type { PanelHost } from './host.ts';
import { lazyCode } from './lazy-code.ts';
import type { PanelState } from './panel-state.ts';

const work = lazyCode(() => import('./BringInWork.tsx'));

export function BringIn({ state, host }: { state: PanelState; host: PanelHost }) {
  const code = work.use();
  return typeof code === 'string' ? null : <code.BringInWork state={state} host={host} />;
}
