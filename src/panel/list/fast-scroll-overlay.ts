// Rows that pass by too fast to be read, on a layer over the list, which waits below. Written by hand: what Preact makes for each
// drawing is garbage, and collecting it while one scrolls misses frames.

import type { RefObject } from 'preact';
import type { RowRange } from '../lib/use-virtual-list.ts';
import { createRowFactory, type RowColumn, type RowNodes, setText } from './row-template.ts';

export interface OverlayRow {
  /** Of the row's element. */
  readonly className: string;
  readonly isSelected: boolean;
  /** One for each of the columns that are shown. */
  readonly texts: readonly string[];
}

interface Slot extends RowNodes {
  /** The row that it shows. */
  index: number | undefined;
}

export class FastScrollOverlay {
  readonly #layer: RefObject<HTMLElement | null>;
  #slots: readonly Slot[] = [];

  /** The layer lies over the list; the texts stand below the cells of the grid's header. */
  constructor(layer: RefObject<HTMLElement | null>) {
    this.#layer = layer;
  }

  show(
    { from, to, slots }: RowRange,
    rowHeight: number,
    columns: readonly RowColumn[],
    rowAt: (index: number) => OverlayRow,
  ): void {
    if (this.#slots.length < slots) this.#begin(slots, columns);
    for (let index = from; index < to; index++) {
      const slot = this.#slots[index % this.#slots.length];
      if (slot === undefined || slot.index === index) continue;
      const { className, isSelected, texts } = rowAt(index);
      slot.index = index;
      slot.row.className = className;
      slot.row.ariaSelected = String(isSelected);
      slot.row.style.transform = `translateY(${index * rowHeight}px)`;
      slot.cells.forEach((cell, i) => {
        setText(cell, texts[i] ?? '');
      });
    }
  }

  /** Lets the list itself be seen again. */
  end(): void {
    if (this.#slots.length === 0) return;
    this.#slots = [];
    this.#layer.current?.replaceChildren();
    if (this.#layer.current) this.#layer.current.hidden = true;
  }

  #begin(slots: number, columns: readonly RowColumn[]): void {
    const layer = this.#layer.current;
    const header = layer?.closest('[role=grid]')?.querySelector('.grid-header');
    if (!layer || !header) return;
    const { left } = header.getBoundingClientRect();
    const cells = [...header.querySelectorAll('.cell')].map((cell) => ({ cell, box: cell.getBoundingClientRect() }));
    const places = columns.map(({ id }) => {
      const box = cells.find(({ cell }) => cell.classList.contains(id))?.box;
      return box === undefined ? 'display: none' : `left: ${box.left - left}px; width: ${box.width}px`;
    });
    const lines = cells.slice(0, -1).map(({ box }) => `${line} ${box.right - left - 1}px 0 / 1px 100% no-repeat`);
    layer.style.setProperty('--lines', lines.join());
    const make = createRowFactory(columns, places);
    this.#slots = Array.from({ length: slots }, () => ({ ...make(), index: undefined }));
    layer.replaceChildren(...this.#slots.map(({ row }) => row));
    layer.hidden = false;
  }
}

/** What is between two columns, as a background. */
const line = 'linear-gradient(var(--divider) 0 0)';
