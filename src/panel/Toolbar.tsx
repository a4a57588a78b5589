// The row above everything: which view is shown, and the commands of the list.

import { ClearIcon } from './icons.tsx';
import type { PanelState } from './panel-state.ts';
import { ViewTabs } from './ViewTabs.tsx';

export function Toolbar({ state }: { state: PanelState }) {
  return (
    <div class="toolbar">
      <ViewTabs state={state} />
      {state.view.value === 'exchanges' && (
        <div class="commands" role="toolbar" aria-label="Exchanges">
          <span class="toolbar-divider" />
          <button type="button" class="tool" aria-label="Clear" title="Clear" onClick={state.clear}>
            <ClearIcon />
          </button>
          <span class="toolbar-divider" />
          <span class="subtle">Calls to the Xero Projects API</span>
        </div>
      )}
    </div>
  );
}
