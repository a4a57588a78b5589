// The menu of copy formats: behind a button of the selected exchange, and as the context menu of any row of the list.

import type { Exchange } from '../../core/model/exchange.ts';
import { focusList } from '../lib/focus.ts';
import { lazyModule } from '../lib/lazy-module.ts';
import { closestRow, findRow, parseRowId } from '../lib/row-id.ts';
import type { CopyState } from '../state/copy-state.ts';
import { usePanelState } from '../state/state-context.ts';
import { CopyIcon } from '../ui/icons.tsx';
import { Lazy } from '../ui/Lazy.tsx';
import type { Anchor } from '../ui/Menu.tsx';

const menuCode = lazyModule(() => import('./copy-menu-items.tsx'));

export function CopyMenuButton({ exchange }: { exchange: Exchange }) {
  const disabledButton = (
    <button type="button" class="tool" aria-label="Copy" disabled>
      <CopyIcon />
    </button>
  );
  return (
    <Lazy code={menuCode} loading={disabledButton} fallback={disabledButton}>
      {({ CopyItemsButton }) => <CopyItemsButton exchange={exchange} />}
    </Lazy>
  );
}

export function RowContextMenu() {
  const { contextMenu, log } = usePanelState();
  const menu = contextMenu.value;
  const exchange = menu && log.get(menu.exchangeId);
  if (menu === undefined || exchange === undefined) return null;
  const close = (isDone: boolean) => {
    contextMenu.value = undefined;
    if (isDone) focusList();
  };
  return (
    <Lazy code={menuCode}>
      {({ CopyItemsMenu }) => <CopyItemsMenu exchange={exchange} anchor={menu.anchor} onClose={close} />}
    </Lazy>
  );
}

/** Opens the menu for the row under the mouse, or by keyboard for the selected row. */
export function openContextMenu(
  { contextMenu }: CopyState,
  event: MouseEvent | KeyboardEvent,
  selectedId: number | undefined,
): void {
  const isMouse = event.target !== event.currentTarget;
  const row = isMouse ? closestRow(event.target) : null;
  const exchangeId = row ? parseRowId(row) : isMouse ? undefined : selectedId;
  if (exchangeId === undefined) return;
  event.preventDefault();
  const { clientX, clientY } = event as MouseEvent;
  const anchor = isMouse
    ? { left: clientX, top: clientY, bottom: clientY }
    : anchorIn(event.currentTarget as HTMLElement, findRow(exchangeId));
  contextMenu.value = { exchangeId, anchor };
}

/** The row, or the top of the list if the row is scrolled out of view. */
function anchorIn(grid: HTMLElement, row: Element | null): Anchor {
  const { left, top, bottom } = grid.getBoundingClientRect();
  const rect = row?.getBoundingClientRect();
  const isVisible = rect !== undefined && rect.top >= top && rect.bottom <= bottom;
  return { left: left + 24, ...(isVisible ? { top: rect.top, bottom: rect.bottom } : { top, bottom: top }) };
}
