// Single keys, whose code comes after the first picture.

import { useEffect } from 'preact/hooks';
import type { PanelHost } from '../host/panel-host.ts';
import { lazyCode } from '../lib/lazy-module.ts';
import type { PanelState } from '../state/panel-state.ts';

const shortcutCode = lazyCode(() => import('./shortcuts.ts'));

/** A hook. Where the extension's own files are gone, keys do nothing; buttons do it all as well. */
export function useShortcuts(state: PanelState, host: PanelHost): void {
  const code = shortcutCode.use();
  useEffect(() => (typeof code === 'string' ? undefined : code.hearShortcuts(state, host)), [code, state, host]);
}
