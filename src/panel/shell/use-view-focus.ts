// Keeps the focus in the view that is shown, and restores each view's last focus when it is shown again.

import { useLayoutEffect, useRef } from 'preact/hooks';
import type { View } from '../host/panel-host.ts';
import { focusViewTab } from '../lib/focus.ts';
import { viewPanelId } from '../lib/focus-targets.ts';
import { isEditable } from '../lib/is-editable.ts';

/** A hook. Returns the handler for `focusin` events of all views. */
export function useViewFocus(shown: View): (event: FocusEvent) => void {
  // Weak: an element that was removed would hold what it showed.
  const last = useRef(new Map<string, WeakRef<HTMLElement>>());
  // Read during render: the commands of the view that is left are removed afterwards.
  const hadFocus = document.activeElement !== document.body;
  useLayoutEffect(() => {
    if (hadFocus && document.activeElement === document.body) focusViewTab(shown);
    // A view chosen with a tab or the toolbar leaves the focus there.
    if (document.activeElement?.closest('.view.away') == null) return;
    const view = document.getElementById(viewPanelId(shown));
    const previous = last.current.get(viewPanelId(shown))?.deref();
    // Not in an input, where the shortcuts between views would be typed as text.
    (previous && view?.contains(previous) && !isEditable(previous) ? previous : view)?.focus();
  }, [shown]);
  return ({ target }) => {
    const view = target instanceof HTMLElement ? target.closest('.view') : null;
    if (view && target instanceof HTMLElement) last.current.set(view.id, new WeakRef(target));
  };
}
