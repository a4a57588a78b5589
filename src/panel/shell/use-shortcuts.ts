// Single-key shortcuts, loaded after the first paint.

import { useEffect } from 'preact/hooks';
import { lazyModule } from '../lib/lazy-module.ts';
import { usePanelState } from '../state/state-context.ts';

const shortcutsCode = lazyModule(() => import('./shortcuts.ts'));

/** A hook. If loading fails, keys do nothing; there is a button for everything. */
export function useShortcuts(): void {
  const state = usePanelState();
  const code = shortcutsCode.use();
  useEffect(() => (typeof code === 'string' ? undefined : code.listenForShortcuts(state)), [code, state]);
}
