// The dialog that is open, if any. What is in each is fetched when it is first opened.

import type { ComponentType } from 'preact';
import type { DialogName } from '../host/panel-host.ts';
import { type LazyModule, lazyModule } from '../lib/lazy-module.ts';
import { Dialog, type DialogProps } from '../ui/Dialog.tsx';
import { StatusMessage } from './StatusMessage.tsx';

interface DialogRow {
  readonly title: string;
  readonly content: LazyModule<{ Content: ComponentType<DialogProps> }>;
}

const dialogs: Readonly<Record<DialogName, DialogRow>> = {
  export: { title: 'Export', content: lazyModule(() => import('../export/ExportDialog.tsx')) },
  'copy-by-hand': { title: 'Copy by hand', content: lazyModule(() => import('../copy/CopyFallbackDialog.tsx')) },
  keys: { title: 'Keys', content: lazyModule(() => import('./ShortcutsDialog.tsx')) },
  'missing-call': {
    title: 'Why is my call not listed?',
    content: lazyModule(() => import('../troubleshooting/TroubleshootingDialog.tsx')),
  },
  settings: { title: 'Settings', content: lazyModule(() => import('../settings/SettingsDialog.tsx')) },
  paste: { title: 'Paste a response', content: lazyModule(() => import('../import/PasteDialog.tsx')) },
};

export function Dialogs({ state, host }: DialogProps) {
  const open = state.dialog.value;
  if (open === undefined) return null;
  const { title, content } = dialogs[open];
  return (
    // One dialog may have opened another in its place.
    <Dialog key={open} title={title} onClose={() => state.dialog.value === open && state.openDialog(undefined)}>
      <LazyContent content={content} state={state} host={host} />
      <StatusMessage state={state} inDialog />
    </Dialog>
  );
}

function LazyContent({ content, state, host }: DialogProps & { content: DialogRow['content'] }) {
  const code = content.use();
  if (code === 'loading') return <p class="subtle">Loading…</p>;
  if (code === 'failed') return <p role="alert">Not loaded. Close and reopen DevTools.</p>;
  return <code.Content state={state} host={host} />;
}
