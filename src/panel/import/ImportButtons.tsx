// The two buttons that bring calls in from elsewhere: a HAR file, and a response to be pasted.

import { useRef } from 'preact/hooks';
import type { PanelHost } from '../host/panel-host.ts';
import type { PanelState } from '../state/panel-state.ts';
import { ImportIcon, PasteIcon } from '../ui/icons.tsx';
import { ToolButton } from '../ui/ToolButton.tsx';

export function ImportButtons({ state, host }: { state: PanelState; host: PanelHost }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <ToolButton
        label="Import HAR"
        title="Import HAR: or drop files onto the panel"
        onClick={() => input.current?.click()}
      >
        <ImportIcon />
      </ToolButton>
      <input
        ref={input}
        type="file"
        accept=".har,.json,.txt,.gz,application/json"
        multiple
        hidden
        onChange={({ currentTarget }) => {
          for (const file of currentTarget.files ?? []) host.importer.file(file, file.name);
          // The same file may be chosen again.
          currentTarget.value = '';
        }}
      />
      <ToolButton label="Paste a response" onClick={() => state.openDialog('paste')}>
        <PasteIcon />
      </ToolButton>
    </>
  );
}
