// Scrolls the list to exchanges that were selected elsewhere.

import { useLayoutEffect, useRef } from 'preact/hooks';
import type { VirtualList } from '../lib/use-virtual-list.ts';
import { usePanelState } from '../state/state-context.ts';

/** `rowOf` gives the row of an exchange's id, and `undefined` if it isn't in the list. */
export function useReveal(rows: VirtualList, rowOf: (id: number | undefined) => number | undefined): void {
  const { selection, sort, listPosition } = usePanelState();
  const selectedId = selection.id.value;
  const order = `${sort.column.value} ${sort.isDescending.value}`;
  const revealed = useRef({ id: selectedId, order });
  // A new selection or order may be out of sight. At the first render the list keeps its scroll offset.
  useLayoutEffect(() => {
    const { id: before, order: orderBefore } = revealed.current;
    if (selectedId === before && order === orderBefore) return;
    revealed.current = { id: selectedId, order };
    const row = rowOf(selectedId);
    if (row !== undefined) rows.scrollIntoView(row);
  }, [selectedId, order]);

  const target = selection.scrollTarget.value;
  const reached = useRef<typeof target>(undefined);
  // At every render: the target may be in the log before it is in the list.
  useLayoutEffect(() => {
    const row = target === reached.current ? undefined : rowOf(target?.id);
    if (row === undefined) return;
    reached.current = target;
    rows.scrollIntoView(row);
    listPosition.followsTail = rows.isAtEnd();
  });
}
