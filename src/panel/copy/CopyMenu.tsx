// The menu of what can be copied: behind a button of the selected exchange, and on any row of the list. Its items come when first needed.

import { signal } from '@preact/signals';
import type { Exchange } from '../../core/model/exchange.ts';
import { lazyModule } from '../lib/lazy-module.ts';
import { closestRow, findRow, parseRowId } from '../lib/row-id.ts';
import type { PanelState } from '../state/panel-state.ts';
import { CopyIcon } from '../ui/icons.tsx';
import type { Anchor } from '../ui/Menu.tsx';

const items = lazyModule(() => import('./copy-menu-items.tsx'));

export function CopyButton({ exchange, state }: { exchange: Exchange; state: PanelState }) {
  const code = items.use();
  if (typeof code !== 'string') return <code.CopyItemsButton exchange={exchange} state={state} />;
  return (
    <button type="button" class="tool" aria-label="Copy" disabled>
      <CopyIcon />
    </button>
  );
}

interface OpenMenu {
  readonly id: number;
  readonly anchor: Anchor;
}

const open = signal<OpenMenu>();

/** By the mouse on the row below it; by a key on the selected one. */
export function openContextMenu(event: MouseEvent | KeyboardEvent, selected: number | undefined): void {
  const isMouse = event.target !== event.currentTarget;
  const row = isMouse ? closestRow(event.target) : null;
  const id = row ? parseRowId(row) : isMouse ? undefined : selected;
  if (id === undefined) return;
  event.preventDefault();
  const { clientX, clientY } = event as MouseEvent;
  const anchor = isMouse
    ? { left: clientX, top: clientY, bottom: clientY }
    : anchorIn(event.currentTarget as HTMLElement, findRow(id));
  open.value = { id, anchor };
}

/** At the row; at the top of the list where it is out of sight. */
function anchorIn(grid: HTMLElement, row: Element | null): Anchor {
  const { left, top, bottom } = grid.getBoundingClientRect();
  const place = row?.getBoundingClientRect();
  const isInSight = place !== undefined && place.top >= top && place.bottom <= bottom;
  return { left: left + 24, ...(isInSight ? { top: place.top, bottom: place.bottom } : { top, bottom: top }) };
}

export function RowContextMenu({ state }: { state: PanelState }) {
  const exchange = open.value && state.log.get(open.value.id);
  return exchange && open.value ? <OpenRowMenu exchange={exchange} anchor={open.value.anchor} state={state} /> : null;
}

function OpenRowMenu({ exchange, anchor, state }: { exchange: Exchange; anchor: Anchor; state: PanelState }) {
  const code = items.use();
  if (typeof code === 'string') return null;
  const close = (isDone: boolean) => {
    open.value = undefined;
    if (isDone) document.querySelector<HTMLElement>('[role=grid]')?.focus();
  };
  return <code.CopyItemsMenu exchange={exchange} state={state} anchor={anchor} onClose={close} />;
}
