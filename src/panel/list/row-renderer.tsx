// The rows of the list that are in sight, and the dividers between them.

import { type RefObject, render } from 'preact';
import type { Diagnosis } from '../../core/diagnose/diagnose.ts';
import type { Navigation } from '../../core/model/exchange-log.ts';
import { clockTime } from '../../core/text/clock-time.ts';
import { truncate } from '../lib/format.ts';
import { rowId } from '../lib/row-id.ts';
import type { Column, RowData, RowIcon } from '../state/sort/columns.ts';
import { ToneIcon } from '../ui/icons.tsx';
import { type CellNodes, createRowFactory, type RowNodes, setText } from './row-template.ts';

export type GridRow = CallRow | DividerRow;

interface CallRow extends RowData {
  readonly row: number;
  /** Among the calls. */
  readonly index: number;
  readonly isSelected: boolean;
}

/** No row of the grid: it can be neither counted nor selected. */
interface DividerRow {
  readonly row: number;
  readonly navigation: Navigation;
}

interface Slot extends RowNodes {
  /** What it shows. */
  shown?: CallRow;
}

export class RowRenderer {
  readonly #space: RefObject<HTMLElement | null>;
  readonly #dividers = new WeakMap<Navigation, HTMLElement>();
  #columns: readonly Column[] = [];
  #make: () => RowNodes = createRowFactory([]);
  #slots: Slot[] = [];

  /** The space is as high as all rows together, and holds nothing else. */
  constructor(container: RefObject<HTMLElement | null>) {
    this.#space = container;
  }

  /**
   * Shows these rows and no others, in this order in the document. No two of them may leave the same rest by `slots`: rows that leave at
   * one end are drawn anew at the other, for changing texts is cheaper than making elements.
   */
  show(rows: readonly GridRow[], slots: number, rowHeight: number, columns: readonly Column[]): void {
    if (columns !== this.#columns) {
      this.#columns = columns;
      this.#make = createRowFactory(columns);
      this.#slots = [];
    }
    const elements = rows.map((row) => {
      const top = row.row * rowHeight;
      return 'navigation' in row ? this.#divider(row, top) : this.#call(row, row.row % slots, top);
    });
    if (this.#space.current) reorderChildren(this.#space.current, elements);
  }

  #call(next: CallRow, key: number, top: number): HTMLElement {
    this.#slots[key] ??= this.#make();
    const slot = this.#slots[key];
    const { row, cells, shown } = slot;
    if (shown && isSame(shown, next)) return row;
    slot.shown = next;
    const { exchange, diagnosis, index, isSelected } = next;
    moveTo(row, top);
    setAttribute(row, 'class', rowClass(diagnosis, index));
    setAttribute(row, 'id', rowId(exchange.id));
    setAttribute(row, 'aria-rowindex', String(index + 1));
    setAttribute(row, 'aria-selected', String(isSelected));
    setAttribute(row, 'data-diagnosis', diagnosis.id);
    setAttribute(row, 'data-operation', exchange.match.operation);
    this.#columns.forEach(({ text, icons }, i) => {
      const cell = cells[i] as CellNodes;
      setText(cell, text(next));
      if (icons) setIcons(cell, shown ? icons(shown) : [], icons(next));
    });
    return row;
  }

  #divider({ navigation }: DividerRow, top: number): HTMLElement {
    const divider = this.#dividers.get(navigation) ?? makeDivider(navigation);
    this.#dividers.set(navigation, divider);
    moveTo(divider, top);
    return divider;
  }
}

export function rowClass({ row }: Diagnosis, index: number): string {
  return `grid-row tone-${row.severity}${index % 2 ? ' odd' : ''}`;
}

function makeDivider({ ms, url }: Navigation): HTMLElement {
  const path = /^https?:/.test(url) ? url.replace(/^https?:\/\/[^/]*/, '') || '/' : url;
  const divider = document.createElement('div');
  divider.className = 'grid-divider';
  divider.setAttribute('role', 'presentation');
  divider.title = url;
  const text = document.createElement('span');
  text.append(`Navigated to ${truncate(path, 200)} · ${clockTime(ms)}`);
  divider.append(text);
  return divider;
}

/** Most drawings of the list leave most rows alone. */
function isSame(one: CallRow, other: CallRow): boolean {
  return (
    one.exchange === other.exchange &&
    one.row === other.row &&
    one.index === other.index &&
    one.isSelected === other.isSelected &&
    one.warnings === other.warnings &&
    one.attempt === other.attempt
  );
}

/**
 * Makes these the parent's only children, in this order. What moves is laid out anew: where the list has moved on, that is what comes in at
 * one end and not all that stays.
 */
function reorderChildren(parent: HTMLElement, elements: readonly HTMLElement[]): void {
  const stayed = new Set<Element>(elements);
  for (const child of [...parent.children]) if (!stayed.has(child)) child.remove();
  const at = elements.indexOf(parent.firstElementChild as HTMLElement);
  if (at > elements.length / 2) parent.append(...elements.slice(at));
  let next = parent.firstElementChild;
  for (const element of elements) {
    if (element === next) next = element.nextElementSibling;
    else parent.insertBefore(element, next);
  }
}

function moveTo(element: HTMLElement, top: number): void {
  element.style.transform = `translateY(${top}px)`;
}

function setAttribute(element: Element, name: string, value: string | undefined): void {
  if (value === undefined) element.removeAttribute(name);
  else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

function setIcons({ cell, text }: CellNodes, before: readonly RowIcon[], icons: readonly RowIcon[]): void {
  if (before.join() !== icons.join()) cell.replaceChildren(...icons.map(iconElement), text);
}

const iconSamples = new Map<RowIcon, Element>();

function iconElement(tone: RowIcon): Node {
  let sample = iconSamples.get(tone);
  if (sample === undefined) {
    const parent = document.createElement('div');
    render(<ToneIcon tone={tone} />, parent);
    sample = parent.firstElementChild as Element;
    iconSamples.set(tone, sample);
  }
  return sample.cloneNode(true);
}
