// What every part of the limits view is given.

import type { PanelHost } from '../host/panel-host.ts';
import type { PanelState } from '../state/panel-state.ts';

export interface LimitsProps {
  state: PanelState;
  host: PanelHost;
  /** Changes whenever the session may have. */
  revision: number;
  nowMs: number;
}
