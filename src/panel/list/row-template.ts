// The element of a row and of its cells. Cloned from a sample and filled by hand: made by Preact, cell by cell, the first row comes some
// 15 ms later when the panel is opened.

import { type Column, EMPTY_CELL } from '../state/sort/columns.ts';

export interface RowNodes {
  readonly row: HTMLElement;
  /** One for each column. */
  readonly cells: readonly CellNodes[];
}

export interface CellNodes {
  readonly cell: Element;
  readonly text: Text;
  /** Of the text's own element, where it has one. */
  readonly textClass: string | undefined;
}

export type RowColumn = Pick<Column, 'id' | 'textClass'>;

/** Makes rows with an empty cell for each column, and of that style. */
export function createRowFactory(columns: readonly RowColumn[], styles: readonly string[] = []): () => RowNodes {
  const sample = document.createElement('div');
  sample.setAttribute('role', 'row');
  columns.forEach(({ id, textClass }, i) => {
    const cell = spanIn(sample);
    cell.className = `cell ${id}`;
    cell.setAttribute('role', 'gridcell');
    if (styles[i]) cell.style.cssText = styles[i];
    (textClass === undefined ? cell : spanIn(cell)).append('');
  });
  return () => {
    const row = sample.cloneNode(true) as HTMLElement;
    const cells = columns.map(({ textClass }, i) => {
      const cell = row.children[i] as Element;
      return { cell, text: (cell.firstElementChild ?? cell).firstChild as Text, textClass };
    });
    return { row, cells };
  };
}

/** Where it changed: what stays the same is not laid out anew. */
export function setText({ text, textClass }: CellNodes, shown: string): void {
  if (text.data === shown) return;
  text.data = shown;
  // A dash is no badge.
  if (textClass !== undefined) (text.parentElement as HTMLElement).className = shown === EMPTY_CELL ? '' : textClass;
}

function spanIn(parent: HTMLElement): HTMLElement {
  const span = document.createElement('span');
  parent.append(span);
  return span;
}
