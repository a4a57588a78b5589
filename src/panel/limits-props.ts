// What every part of the limits view is given.

import type { PanelHost } from './host.ts';
import type { PanelState } from './panel-state.ts';

export interface LimitsShown {
  state: PanelState;
  host: PanelHost;
  /** Changes whenever the session may have. */
  drawn: number;
  nowMs: number;
}
