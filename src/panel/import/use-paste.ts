// Ctrl+V anywhere in the panel brings in what was copied: files, a HAR or a response. Anything else is shown before it is taken.

import { useEffect } from 'preact/hooks';
import type { PanelHost } from '../host/panel-host.ts';
import { isEditable } from '../lib/is-editable.ts';
import type { PanelState } from '../state/panel-state.ts';

export function usePaste(state: PanelState, { importer, view }: PanelHost): void {
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      if (state.dialog.value !== undefined || isEditable(event.target)) return;
      const files = event.clipboardData?.files ?? [];
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (files.length === 0 && text.trim() === '') return;
      event.preventDefault();
      for (const file of files) importer.file(file, file.name);
      if (files.length > 0) return;
      if (isResponse(text)) return importer.text(text);
      view.drafts.pasted = text;
      state.openDialog('paste');
    };
    // Before a body that has the focus: its editor takes what is pasted, although it is only read.
    document.addEventListener('paste', paste, true);
    return () => document.removeEventListener('paste', paste, true);
  }, [state, importer, view]);
}

/** JSON, or a text with a status line in it, with or without what `curl -v` puts before it. */
export function isResponse(text: string): boolean {
  const beginning = text.slice(0, 20_000);
  return /^\s*[{[]/.test(beginning) || /^(?:< )?HTTP\/\d/m.test(beginning);
}
