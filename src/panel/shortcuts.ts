// What single keys do anywhere in the panel, unless something is being typed.

import { useEffect } from 'preact/hooks';
import type { PanelState } from './panel-state.ts';

/** One more key is one more row; `KeysDialog.tsx` tells of it. */
const shortcuts: Readonly<Record<string, (state: PanelState) => void>> = {
  '?': (state) => state.openDialog('keys'),
  '/': (state) => {
    state.openView('exchanges');
    state.search.open();
  },
};

export function useShortcuts(state: PanelState): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const shortcut = shortcuts[event.key];
      if (shortcut === undefined || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (state.dialog.value !== undefined || isTypedInto(event.target)) return;
      event.preventDefault();
      shortcut(state);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [state]);
}

function isTypedInto(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
