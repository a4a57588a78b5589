// The buttons that import a HAR file and a pasted response.

import { useRef } from 'preact/hooks';
import { usePanelState } from '../state/state-context.ts';
import { ImportIcon, PasteIcon } from '../ui/icons.tsx';
import { ToolButton } from '../ui/ToolButton.tsx';

export function ImportButtons() {
  const { importer, openDialog } = usePanelState();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <ToolButton
        label="Import HAR"
        title="Import HAR (or drop files onto the panel)"
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
          for (const file of currentTarget.files ?? []) importer.file(file, file.name);
          // Lets the user choose the same file again.
          currentTarget.value = '';
        }}
      />
      <ToolButton label="Paste a response" onClick={() => openDialog('paste')}>
        <PasteIcon />
      </ToolButton>
    </>
  );
}
