// The menu of what can be copied: behind a button of the selected exchange, and on any row of the list. Its items come when first needed.

import { signal } from '@preact/signals';
import type { Exchange } from '../core/exchange.ts';
import { CopyIcon } from './icons.tsx';
import { lazyCode } from './lazy-code.ts';
import type { Anchor } from './Menu.tsx';
import type { PanelState } from './panel-state.ts';
import { exchangeIdOf, rowAround, rowElementOf } from './row-id.ts';

const items = lazyCode(() => import('./copy-items.tsx'));

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
export function openRowMenu(event: MouseEvent | KeyboardEvent, selected: number | undefined): void {
  const isMouse = event.target !== event.currentTarget;
  const row = isMouse ? rowAround(event.target) : rowElementOf(selected);
  if (!row) return;
  event.preventDefault();
  const { left, top, bottom } = row.getBoundingClientRect();
  const { clientX, clientY } = event as MouseEvent;
  const anchor = isMouse ? { left: clientX, top: clientY, bottom: clientY } : { left: left + 24, top, bottom };
  open.value = { id: exchangeIdOf(row), anchor };
}

export function RowMenu({ state }: { state: PanelState }) {
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
