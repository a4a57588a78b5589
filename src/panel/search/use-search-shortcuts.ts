// Takes Ctrl+F and Cmd+F from DevTools while the calls are shown.

import { useEffect } from 'preact/hooks';
import type { PanelState } from '../state/panel-state.ts';

/** A body that has the focus is searched by its own search. */
export function useSearchShortcuts(state: PanelState): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, shiftKey, altKey, target } = event;
      if (key.toLowerCase() !== 'f' || ctrlKey === metaKey || shiftKey || altKey) return;
      if (state.view.value !== 'exchanges' || state.dialog.value !== undefined) return;
      if (target instanceof Element && target.closest('.source')) return;
      event.preventDefault();
      event.stopPropagation();
      state.search.open();
    };
    // Before DevTools, who listen at the document of every panel in Chromium.
    window.addEventListener('keydown', press, true);
    return () => window.removeEventListener('keydown', press, true);
  }, [state]);
}
