// Overrides Ctrl+F and Cmd+F of DevTools in the exchanges view.

import { useEffect } from 'preact/hooks';
import { usePanelState } from '../state/state-context.ts';

/** A hook. A focused body keeps the keys for its own search. */
export function useSearchShortcuts(): void {
  const state = usePanelState();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, shiftKey, altKey, target } = event;
      if (key.toLowerCase() !== 'f' || ctrlKey === metaKey || shiftKey || altKey) return;
      if (state.view.value !== 'exchanges' || state.dialog.value !== undefined) return;
      if (target instanceof Element && target.closest('.source')) return;
      event.preventDefault();
      event.stopPropagation();
      state.search.open();
    };
    // In the capture phase, before Chromium's DevTools, which listen on the document of every panel.
    window.addEventListener('keydown', onKeyDown, true);
    return () => window.removeEventListener('keydown', onKeyDown, true);
  }, [state]);
}
