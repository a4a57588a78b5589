// The head of the list: sorts by a click or by Enter on a column. What widens, hides and shows columns comes after the first picture.

import { useRef } from 'preact/hooks';
import type { ColumnChoices } from './column-settings.ts';
import type { Column } from './columns.ts';
import { lazyCode } from './lazy-code.ts';
import type { SortState } from './sort-state.ts';

export interface HeaderProps {
  /** Those that are shown. */
  columns: readonly Column[];
  choices: ColumnChoices;
  /** Shows the columns so; `isDone`: and keeps that. */
  onChoose: (choices: ColumnChoices, isDone: boolean) => void;
}

interface GridHeaderProps extends HeaderProps {
  sort: SortState;
  onSort: (column: string) => void;
  /** The key that leads down into the rows. */
  onLeave: () => void;
  /** Asked for by the other button of the mouse. */
  onMenu: () => void;
}

export const columnTools = lazyCode(() => import('./ColumnTools.tsx'));

export function GridHeader({ sort, onSort, onLeave, onMenu, ...props }: GridHeaderProps) {
  const { columns } = props;
  const tools = columnTools.use();
  // One stop for the Tab key; arrow keys go on from there.
  const current = useRef('');
  const stop = columns.some(({ id }) => id === current.current) ? current.current : columns[0]?.id;
  const press = (event: KeyboardEvent, { id }: Column) => {
    const cell = event.currentTarget as HTMLElement;
    if (event.target !== cell) return;
    const act = {
      Enter: () => onSort(id),
      ' ': () => onSort(id),
      ArrowLeft: () => cell.previousElementSibling?.matches('.cell') && focusOn(cell.previousElementSibling),
      ArrowRight: () => focusOn(cell.nextElementSibling),
      Home: () => focusOn(cell.parentElement?.firstElementChild),
      End: () => focusOn(cell.parentElement?.lastElementChild),
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
          onFocus={() => {
            current.current = column.id;
          }}
        >
          <span class="cell-title">{column.title}</span>
          {typeof tools === 'object' && i < columns.length - 1 && (
            <tools.Resizer {...props} at={i} isStop={column.id === stop} />
          )}
        </div>
      ))}
    </div>
  );
}

function focusOn(element: Element | null | undefined): void {
  if (element instanceof HTMLElement) element.focus();
}
