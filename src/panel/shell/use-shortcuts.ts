// Single keys, whose code comes after the first picture.

import { useEffect } from 'preact/hooks';
import type { PanelHost } from '../host/panel-host.ts';
import { lazyModule } from '../lib/lazy-module.ts';
import type { PanelState } from '../state/panel-state.ts';

const shortcutCode = lazyModule(() => import('./shortcuts.ts'));

/** A hook. Where the extension's own files are gone, keys do nothing; buttons do it all as well. */
export function useShortcuts(state: PanelState, host: PanelHost): void {
  const code = shortcutCode.use();
  useEffect(() => (typeof code === 'string' ? undefined : code.listenForShortcuts(state, host)), [code, state, host]);
}
