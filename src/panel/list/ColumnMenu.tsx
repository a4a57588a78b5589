// Widens the list's columns at the edges of their heads, and hides and shows them from a menu.

import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ColumnSettings } from '../../core/model/settings.ts';
import { MIN_COLUMN_WIDTH, updateColumn } from '../state/sort/column-settings.ts';
import { columns as allColumns, type Column } from '../state/sort/columns.ts';
import { MenuButton } from '../ui/MenuButton.tsx';
import type { HeaderProps } from './header-props.ts';

interface ResizerProps extends HeaderProps {
  /** Of the column whose right edge it is. */
  at: number;
  /** Whether the Tab key stops at it. */
  isStop: boolean;
}

interface Drag {
  readonly fromX: number;
  /** At its beginning, of all columns. */
  readonly widths: readonly number[];
  last: ColumnSettings;
}

/** By how much an arrow key widens a column, pixels. */
const KEY_STEP_PX = 10;

/** What one column gains the next one loses: the edge stays under the pointer, and no other moves. */
export function ColumnResizer({ at, isStop, columns, choices, onChoose }: ResizerProps) {
  const edge = useRef<HTMLDivElement>(null);
  const drag = useRef<Drag>(undefined);
  const [width, setWidth] = useState(MIN_COLUMN_WIDTH);
  const [most, setMost] = useState(MIN_COLUMN_WIDTH);
  const { id: name, title } = columns[at] as Column;

  const nextOf = (all: readonly number[]) => all.findIndex((width, i) => i > at && width > 0);
  /** What the next column can lose. */
  const spare = (all: readonly number[]) => Math.max(0, (all[nextOf(all)] ?? 0) - MIN_COLUMN_WIDTH);
  const widths = () =>
    Array.from(edge.current?.closest('[role=row]')?.querySelectorAll<HTMLElement>('.cell') ?? [], (cell) =>
      Math.round(cell.offsetWidth),
    );
  const measure = () => {
    const now = widths();
    const own = now[at] ?? MIN_COLUMN_WIDTH;
    setWidth(own);
    setMost(own + spare(now));
  };
  useLayoutEffect(measure, [columns, choices]);
  const widened = (before: readonly number[], by: number): ColumnSettings => {
    const next = nextOf(before);
    const own = before[at] ?? 0;
    const change = Math.round(Math.min(spare(before), Math.max(by, Math.min(0, MIN_COLUMN_WIDTH - own))));
    let chosen = choices;
    columns.forEach(({ id, flex }, i) => {
      const width = (before[i] ?? 0) + (i === at ? change : i === next ? -change : 0);
      // Columns that share what is left over would all move.
      if (width > 0 && (i === at || i === next || flex)) chosen = updateColumn(chosen, id, { width });
    });
    return chosen;
  };
  const begin = (event: PointerEvent) => {
    if (event.button !== 0) return;
    edge.current?.setPointerCapture(event.pointerId);
    drag.current = { fromX: event.clientX, widths: widths(), last: choices };
  };
  const move = ({ clientX }: PointerEvent) => {
    if (drag.current === undefined) return;
    drag.current.last = widened(drag.current.widths, clientX - drag.current.fromX);
    onChoose(drag.current.last, false);
  };
  const end = () => {
    if (drag.current) onChoose(drag.current.last, true);
    drag.current = undefined;
  };
  const reset = () => onChoose(updateColumn(choices, name, { width: undefined }), true);
  const press = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -KEY_STEP_PX, ArrowRight: KEY_STEP_PX }[event.key];
    if (step !== undefined) onChoose(widened(widths(), step), true);
    else if (event.key === 'Enter') reset();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div
      ref={edge}
      class="column-edge"
      role="separator"
      tabIndex={isStop ? 0 : -1}
      aria-label={`Width of ${title}`}
      aria-orientation="vertical"
      aria-valuenow={width}
      aria-valuemin={MIN_COLUMN_WIDTH}
      aria-valuemax={most}
      title="Drag to widen; double-click to put back"
      onFocus={measure}
      onClick={(event) => event.stopPropagation()}
      onDblClick={reset}
      onPointerDown={begin}
      onPointerMove={move}
      onPointerUp={end}
      onPointerCancel={end}
      onKeyDown={press}
    />
  );
}

/** A menu of all columns; a click with the other button on their heads opens it too. */
export function ColumnMenu({ columns, choices, onChoose }: HeaderProps) {
  const holder = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(Number.POSITIVE_INFINITY);
  const measure = () => setWidth(holder.current?.parentElement?.clientWidth ?? width);
  const isInSight = ({ id, minListWidth = 0 }: Column) =>
    columns.some((each) => each.id === id) && (choices[id]?.isShown === true || width >= minListWidth);
  const groups = [
    allColumns.map((column) => ({
      title: column.title,
      isOn: isInSight(column),
      isDisabled: columns.length === 1 && isInSight(column),
      onChoose: () => onChoose(updateColumn(choices, column.id, { isShown: !isInSight(column) }), true),
    })),
    [{ title: 'Reset columns', isDisabled: Object.keys(choices).length === 0, onChoose: () => onChoose({}, true) }],
  ];
  return (
    <div class="columns-menu" ref={holder} onPointerEnter={measure} onFocusIn={measure}>
      <MenuButton label="Columns" title="Columns" groups={groups}>
        <svg class="icon stroke" viewBox="0 0 16 16" aria-hidden="true">
          <path d="M2.5 3h11v10h-11zM6.2 3v10M9.8 3v10" />
        </svg>
      </MenuButton>
    </div>
  );
}
