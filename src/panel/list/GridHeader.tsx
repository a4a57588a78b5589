// The head of the list: sorts by a click or by Enter on a column. What widens, hides and shows columns comes after the first picture.

import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Column } from '../state/sort/columns.ts';
import type { SortState } from '../state/sort/sort-state.ts';
import { lazyComponent } from '../ui/Lazy.tsx';
import type { HeaderProps } from './header-props.ts';

interface GridHeaderProps extends HeaderProps {
  sort: SortState;
  onSort: (column: string) => void;
  /** The key that leads down into the rows. */
  onLeave: () => void;
  /** Asked for by the other button of the mouse. */
  onMenu: () => void;
}

const ColumnResizer = lazyComponent(() => import('./ColumnMenu.tsx').then(({ ColumnResizer }) => ColumnResizer));

export function GridHeader({ sort, onSort, onLeave, onMenu, ...props }: GridHeaderProps) {
  const { columns, choices } = props;
  // One stop for the Tab key; arrow keys go on from there.
  const [current, setCurrent] = useState('');
  const stop = columns.some(({ id }) => id === current) ? current : columns[0]?.id;
  const row = useRef<HTMLDivElement>(null);
  // A column that becomes too narrow to be shown would take the stop with it.
  useLayoutEffect(() => {
    if (row.current === null) return;
    const observer = new ResizeObserver(() => {
      const cells = [...(row.current?.children ?? [])];
      const isInSight = columns.filter((_, i) => isShown(cells[i]));
      if (isInSight[0] && !isInSight.some(({ id }) => id === stop)) setCurrent(isInSight[0].id);
    });
    observer.observe(row.current);
    return () => observer.disconnect();
  }, [columns, choices, stop]);
  const press = (event: KeyboardEvent, { id }: Column) => {
    const cell = event.currentTarget as HTMLElement;
    if (event.target !== cell) return;
    const heads = [...(row.current?.children ?? [])].filter(isShown);
    const at = heads.indexOf(cell);
    const act = {
      Enter: () => onSort(id),
      ' ': () => onSort(id),
      ArrowLeft: () => heads[at - 1]?.focus(),
      ArrowRight: () => heads[at + 1]?.focus(),
      Home: () => heads[0]?.focus(),
      End: () => heads.at(-1)?.focus(),
      ArrowDown: onLeave,
    }[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
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
          onKeyDown={(event) => press(event, column)}
          onFocusIn={() => setCurrent(column.id)}
        >
          <span class="cell-title">{column.title}</span>
          {i < columns.length - 1 && <ColumnResizer {...props} at={i} isStop={column.id === stop} />}
        </div>
      ))}
    </div>
  );
}

/** Of the columns that the list has, those that are too many for its width are hidden by grid.css. */
function isShown(head: Element | undefined): head is HTMLElement {
  return head instanceof HTMLElement && head.offsetWidth > 0;
}
