// The keys of the list: move the selection, open the detail, open the context menu.

import type { Exchange } from '../../core/model/exchange.ts';
import { indexOfId } from '../../core/model/index-of-id.ts';
import { openContextMenu } from '../copy/CopyMenu.tsx';
import { nextRowIndex } from '../lib/arrow-keys.ts';
import { focusDetail } from '../lib/focus.ts';
import type { VirtualList } from '../lib/use-virtual-list.ts';
import { usePanelState } from '../state/state-context.ts';

/** A handler for the grid's keydown event. `rowOf` gives the row of an exchange's index. */
export function useGridKeys(
  exchanges: readonly Exchange[],
  rows: VirtualList,
  rowOf: (index: number) => number,
): (event: KeyboardEvent) => void {
  const state = usePanelState();
  const selectedId = state.selection.id.value;
  return (event) => {
    // Buttons in the list handle their own keys.
    if (event.target !== event.currentTarget) return;
    if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
      openContextMenu(state, event, selectedId);
      return;
    }
    if ((event.key === 'Enter' || event.key === 'ArrowRight') && selectedId !== undefined) {
      event.preventDefault();
      focusDetail();
      return;
    }
    // With nothing selected, continue from the exchange that was closed last.
    const currentId = selectedId ?? state.compare.recent()[0];
    const current = indexOfId(exchanges, currentId);
    const next = nextRowIndex(event.key, current, exchanges.length, Math.max(1, rows.visibleCount - 1));
    const exchange = next === undefined ? undefined : exchanges[next];
    if (next === undefined || exchange === undefined) return;
    event.preventDefault();
    state.selection.select(exchange.id);
    rows.scrollIntoView(rowOf(next));
  };
}
