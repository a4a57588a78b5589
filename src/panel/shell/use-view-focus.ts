// Keeps the focus in the view that is shown: what had it in a view is given it again when that view comes back.

import { useLayoutEffect, useRef } from 'preact/hooks';
import type { View } from '../host/panel-host.ts';
import { isEditable } from '../lib/is-editable.ts';

/** A hook: hears of the focus in any view, by the id of its element, and moves it when another view is shown. */
export function useViewFocus(shown: View): (event: FocusEvent) => void {
  const last = useRef(new Map<string, HTMLElement>());
  // Asked while drawing: the commands of a view that is left are out of the document afterwards.
  const hadFocus = document.activeElement !== document.body;
  useLayoutEffect(() => {
    if (hadFocus && document.activeElement === document.body) document.getElementById(`view-tab-${shown}`)?.focus();
    // Who chose the view in the tabs or the toolbar goes on from there.
    if (document.activeElement?.closest('.view.away') == null) return;
    const view = document.getElementById(`view-${shown}`);
    const before = last.current.get(`view-${shown}`);
    // Not to a field: the keys that lead from view to view would be text in it.
    (before && view?.contains(before) && !isEditable(before) ? before : view)?.focus();
  }, [shown]);
  return ({ target }) => {
    const view = target instanceof HTMLElement ? target.closest('.view') : null;
    if (view && target instanceof HTMLElement) last.current.set(view.id, target);
  };
}
