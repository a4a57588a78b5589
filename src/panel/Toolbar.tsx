// The row above everything: which view is shown, and the commands of the list.

import { BringInButtons } from './BringInButtons.tsx';
import { FilterBar } from './FilterBar.tsx';
import type { PanelHost } from './host.ts';
import { ClearIcon, ExportIcon, RecordIcon, SearchIcon, SettingsIcon } from './icons.tsx';
import type { PanelState } from './panel-state.ts';
import { useOneTabStop } from './use-one-tab-stop.ts';
import { ViewTabs } from './ViewTabs.tsx';

export function Toolbar({ state, host }: { state: PanelState; host: PanelHost }) {
  const commands = useOneTabStop();
  const commandsEnd = useOneTabStop();
  return (
    <header class="toolbar">
      <ViewTabs state={state} />
      {state.view.value === 'exchanges' && (
        <div class="commands" role="toolbar" aria-label="Exchanges" {...commands}>
          <span class="toolbar-divider" />
          <button
            type="button"
            class="tool record"
            aria-label="Record"
            aria-pressed={state.isRecording.value}
            title={state.isRecording.value ? 'Stop recording' : 'Record calls'}
            onClick={() => state.record(!state.isRecording.value)}
          >
            <RecordIcon isOn={state.isRecording.value} />
          </button>
          <button type="button" class="tool" aria-label="Clear" title="Clear" onClick={state.clear}>
            <ClearIcon />
          </button>
          <button
            type="button"
            class="tool search-calls"
            aria-label="Search"
            aria-pressed={state.search.isOpen.value}
            title="Search in headers and bodies (Ctrl+F)"
            onClick={() => (state.search.isOpen.value ? state.search.close() : state.search.open())}
          >
            <SearchIcon />
          </button>
          <label class="tool-check" title="Keep what was heard when the page is loaded anew">
            <input
              type="checkbox"
              checked={state.preservesLog.value}
              onChange={({ currentTarget }) => state.preserveLog(currentTarget.checked)}
            />
            Preserve log
          </label>
          <span class="toolbar-divider" />
          <FilterBar state={state} />
        </div>
      )}
      <div class="commands-end" role="toolbar" aria-label="Panel" {...commandsEnd}>
        {state.view.value === 'exchanges' && (
          <>
            <BringInButtons state={state} host={host} />
            <button
              type="button"
              class="tool"
              aria-label="Export"
              title="Export to a file"
              onClick={() => state.openDialog('export')}
            >
              <ExportIcon />
            </button>
          </>
        )}
        <button type="button" class="tool" aria-label="Keys" title="Keys (?)" onClick={() => state.openDialog('keys')}>
          ?
        </button>
        <button
          type="button"
          class="tool"
          aria-label="Settings"
          title="Settings"
          onClick={() => state.openDialog('settings')}
        >
          <SettingsIcon />
        </button>
      </div>
    </header>
  );
}
