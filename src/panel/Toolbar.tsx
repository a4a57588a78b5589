// The row of commands above the list.

import { ClearIcon } from './icons.tsx';
import type { PanelState } from './panel-state.ts';

export function Toolbar({ state }: { state: PanelState }) {
  return (
    <div class="toolbar" role="toolbar" aria-label="Exchanges">
      <button type="button" class="tool" aria-label="Clear" title="Clear" onClick={state.clear}>
        <ClearIcon />
      </button>
      <span class="toolbar-divider" />
      <span class="subtle">Calls to the Xero Projects API</span>
    </div>
  );
}
