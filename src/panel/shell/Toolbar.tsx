// The top row of the panel: the tabs of the views, and the commands of the list.

import { FilterBar } from '../filter/FilterBar.tsx';
import { ImportButtons } from '../import/ImportButtons.tsx';
import { useRovingTabindex } from '../lib/use-roving-tabindex.ts';
import { usePanelState } from '../state/state-context.ts';
import { ClearIcon, ExportIcon, RecordIcon, SearchIcon, SettingsIcon } from '../ui/icons.tsx';
import { ToolButton } from '../ui/ToolButton.tsx';
import { ViewTabs } from './ViewTabs.tsx';

export function Toolbar() {
  const state = usePanelState();
  const commands = useRovingTabindex();
  const commandsEnd = useRovingTabindex();
  return (
    <header class="toolbar">
      <ViewTabs />
      {state.view.value === 'exchanges' && (
        <div class="commands" role="toolbar" aria-label="Requests" {...commands}>
          <span class="toolbar-divider" />
          <ToolButton
            label="Record"
            title={state.isRecording.value ? 'Stop recording' : 'Start recording'}
            class="record"
            isPressed={state.isRecording.value}
            onClick={() => state.setRecording(!state.isRecording.value)}
          >
            <RecordIcon isOn={state.isRecording.value} />
          </ToolButton>
          <ToolButton label="Clear" onClick={state.clear}>
            <ClearIcon />
          </ToolButton>
          <ToolButton
            label="Search"
            title="Search in headers and bodies (Ctrl+F)"
            class="toggle-search"
            isPressed={state.search.isOpen.value}
            onClick={() => (state.search.isOpen.value ? state.search.close() : state.search.open())}
          >
            <SearchIcon />
          </ToolButton>
          <label class="tool-check" title="Keep requests across page loads">
            <input
              type="checkbox"
              checked={state.preserveLog.value}
              onChange={({ currentTarget }) => state.setPreserveLog(currentTarget.checked)}
            />
            Preserve log
          </label>
          <span class="toolbar-divider" />
          <FilterBar />
        </div>
      )}
      <div class="commands-end" role="toolbar" aria-label="Panel" {...commandsEnd}>
        {state.view.value === 'exchanges' && (
          <>
            <ImportButtons />
            <ToolButton label="Export" title="Export to a file" onClick={() => state.openDialog('export')}>
              <ExportIcon />
            </ToolButton>
          </>
        )}
        <ToolButton label="Keyboard shortcuts" title="Keyboard shortcuts (?)" onClick={() => state.openDialog('keys')}>
          ?
        </ToolButton>
        <ToolButton label="Settings" onClick={() => state.openDialog('settings')}>
          <SettingsIcon />
        </ToolButton>
      </div>
    </header>
  );
}
