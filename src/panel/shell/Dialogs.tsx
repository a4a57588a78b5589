// The dialogs, of which at most one is open. The content of each is loaded when it is first opened.

import type { ComponentType } from 'preact';
import type { DialogName } from '../host/panel-host.ts';
import { usePanelState } from '../state/state-context.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { lazyComponent } from '../ui/Lazy.tsx';
import { StatusMessage } from './StatusMessage.tsx';

interface DialogRow {
  readonly title: string;
  readonly Content: ComponentType;
}

const dialogs: Readonly<Record<DialogName, DialogRow>> = {
  export: dialog('Export', () => import('../export/ExportDialog.tsx')),
  'copy-by-hand': dialog('Copy manually', () => import('../copy/CopyFallbackDialog.tsx')),
  keys: dialog('Keyboard shortcuts', () => import('./ShortcutsDialog.tsx')),
  troubleshooting: dialog('Why isn’t my request listed?', () => import('../troubleshooting/TroubleshootingDialog.tsx')),
  settings: dialog('Settings', () => import('../settings/SettingsDialog.tsx')),
  paste: dialog('Paste a response', () => import('../import/PasteDialog.tsx')),
};

export function Dialogs() {
  const state = usePanelState();
  const open = state.dialog.value;
  if (open === undefined) return null;
  const { title, Content } = dialogs[open];
  return (
    // A dialog may have opened another one in its place.
    <Dialog key={open} title={title} onClose={() => state.dialog.value === open && state.openDialog(undefined)}>
      <Content />
      <StatusMessage inDialog />
    </Dialog>
  );
}

function dialog(title: string, load: () => Promise<{ Content: ComponentType }>): DialogRow {
  return {
    title,
    Content: lazyComponent(() => load().then(({ Content }) => Content), {
      name: 'this dialog',
      loading: <p class="subtle">Loading…</p>,
    }),
  };
}
