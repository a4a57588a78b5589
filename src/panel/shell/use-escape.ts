// Escape closes the selected request wherever the focus is. It never reaches Chromium's DevTools, which would open the console.

import { useEffect } from 'preact/hooks';
import { focusList } from '../lib/focus.ts';
import { isEditable } from '../lib/is-editable.ts';
import { usePanelState } from '../state/state-context.ts';

/** A hook. Search, menus and dialogs handle the key before. Firefox opens its console anyway. */
export function useEscape(): void {
  const state = usePanelState();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      // DevTools listen on the document, above.
      event.stopPropagation();
      // A search field clears itself by default.
      if (event.defaultPrevented || isEditable(event.target)) return;
      event.preventDefault();
      if (state.view.value !== 'exchanges' || state.selection.id.value === undefined) return;
      state.selection.select(undefined);
      focusList();
    };
    document.body.addEventListener('keydown', onKeyDown);
    return () => document.body.removeEventListener('keydown', onKeyDown);
  }, [state]);
}
