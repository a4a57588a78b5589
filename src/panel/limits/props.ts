// What every part of the limits view is given.

import type { PanelHost } from '../host/panel-host.ts';
import type { PanelState } from '../state/panel-state.ts';

export interface LimitsShown {
  state: PanelState;
  host: PanelHost;
  /** Changes whenever the session may have. */
  drawn: number;
  nowMs: number;
}
