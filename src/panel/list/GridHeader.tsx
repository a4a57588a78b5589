// The header of the grid: a click or Enter sorts by a column. The code that resizes columns is loaded after the first paint.

import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Column } from '../state/sort/columns.ts';
import type { SortState } from '../state/sort/sort-state.ts';
import { lazyComponent } from '../ui/Lazy.tsx';
import type { HeaderProps } from './header-props.ts';

interface GridHeaderProps extends HeaderProps {
  sort: SortState;
  onSort: (column: string) => void;
  /** Arrow Down: moves the focus to the rows. */
  onLeave: () => void;
  /** Opens the column menu by right-click. */
  onMenu: () => void;
}

const ColumnResizer = lazyComponent(() => import('./ColumnMenu.tsx').then(({ ColumnResizer }) => ColumnResizer));

export function GridHeader({ sort, onSort, onLeave, onMenu, ...props }: GridHeaderProps) {
  const { columns, settings } = props;
  // A single tab stop; arrow keys move between the headers.
  const [current, setCurrent] = useState('');
  const stop = columns.some(({ id }) => id === current) ? current : columns[0]?.id;
  const row = useRef<HTMLDivElement>(null);
  // Moves the tab stop if its column is hidden in a narrow list.
  useLayoutEffect(() => {
    if (row.current === null) return;
    const observer = new ResizeObserver(() => {
      const cells = [...(row.current?.children ?? [])];
      const visible = columns.filter((_, i) => isVisible(cells[i]));
      if (visible[0] && !visible.some(({ id }) => id === stop)) setCurrent(visible[0].id);
    });
    observer.observe(row.current);
    return () => observer.disconnect();
  }, [columns, settings, stop]);
  const onKeyDown = (event: KeyboardEvent, { id }: Column) => {
    const cell = event.currentTarget as HTMLElement;
    if (event.target !== cell) return;
    const headers = [...(row.current?.children ?? [])].filter(isVisible);
    const at = headers.indexOf(cell);
    const action = {
      Enter: () => onSort(id),
      ' ': () => onSort(id),
      ArrowLeft: () => headers[at - 1]?.focus(),
      ArrowRight: () => headers[at + 1]?.focus(),
      Home: () => headers[0]?.focus(),
      End: () => headers.at(-1)?.focus(),
      ArrowDown: onLeave,
    }[event.key];
    if (action === undefined) return;
    event.preventDefault();
    action();
  };
  return (
    <div
      class="grid-row grid-header"
      role="row"
      ref={row}
      onContextMenu={(event) => {
        event.preventDefault();
        onMenu();
      }}
    >
      {columns.map((column, i) => (
        <div
          key={column.id}
          role="columnheader"
          class={`cell ${column.id}`}
          aria-label={column.title}
          aria-sort={
            sort.column.value === column.id ? (sort.isDescending.value ? 'descending' : 'ascending') : undefined
          }
          tabIndex={column.id === stop ? 0 : -1}
          onClick={() => onSort(column.id)}
          onKeyDown={(event) => onKeyDown(event, column)}
          onFocusIn={() => setCurrent(column.id)}
        >
          <span class="cell-title">{column.title}</span>
          {i < columns.length - 1 && <ColumnResizer {...props} index={i} isTabStop={column.id === stop} />}
        </div>
      ))}
    </div>
  );
}

/** grid.css hides columns that don't fit. */
function isVisible(header: Element | undefined): header is HTMLElement {
  return header instanceof HTMLElement && header.offsetWidth > 0;
}
