// Ctrl+V anywhere in the panel imports the clipboard: files, a HAR or a response. Any other text opens in a dialog first.

import { useEffect } from 'preact/hooks';
import { isEditable } from '../lib/is-editable.ts';
import { usePanelState } from '../state/state-context.ts';

/** A hook. */
export function usePaste(): void {
  const state = usePanelState();
  const { importer, drafts } = state;
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      if (state.dialog.value !== undefined || isEditable(event.target)) return;
      const files = event.clipboardData?.files ?? [];
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (files.length === 0 && text.trim() === '') return;
      event.preventDefault();
      for (const file of files) importer.file(file, file.name);
      if (files.length > 0) return;
      if (isResponse(text)) return importer.text(text);
      drafts.pasted = text;
      state.openDialog('paste');
    };
    // In the capture phase: the read-only editor of a focused body would handle the event.
    document.addEventListener('paste', onPaste, true);
    return () => document.removeEventListener('paste', onPaste, true);
  }, [state, importer, drafts]);
}

/** JSON, or text with a status line, which `curl -v` prefixes with `< `. */
export function isResponse(text: string): boolean {
  const start = text.slice(0, 20_000);
  return /^\s*[{[]/.test(start) || /^(?:< )?HTTP\/\d/m.test(start);
}
