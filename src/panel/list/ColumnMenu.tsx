// Resizes columns at the edges of their headers, and hides and shows them from a menu.

import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ColumnSettings } from '../../core/model/settings.ts';
import { MIN_COLUMN_WIDTH, updateColumn } from '../state/sort/column-settings.ts';
import { columns as allColumns, type Column } from '../state/sort/columns.ts';
import { MenuButton } from '../ui/MenuButton.tsx';
import type { HeaderProps } from './header-props.ts';

interface ResizerProps extends HeaderProps {
  /** The column to the left of the resizer. */
  index: number;
  /** Whether the resizer is a tab stop. */
  isTabStop: boolean;
}

interface Drag {
  readonly startX: number;
  /** Of all columns, at the start. */
  readonly widths: readonly number[];
  last: ColumnSettings;
}

const KEY_STEP_PX = 10;

/** Takes the width from the next column, so that the edge stays under the pointer and no other edge moves. */
export function ColumnResizer({ index, isTabStop, columns, settings, onChange }: ResizerProps) {
  const edge = useRef<HTMLDivElement>(null);
  const drag = useRef<Drag>(undefined);
  const [width, setWidth] = useState(MIN_COLUMN_WIDTH);
  const [maxWidth, setMaxWidth] = useState(MIN_COLUMN_WIDTH);
  const { id: name, title } = columns[index] as Column;

  const nextOf = (all: readonly number[]) => all.findIndex((width, i) => i > index && width > 0);
  /** What the next column can give up. */
  const spareWidth = (all: readonly number[]) => Math.max(0, (all[nextOf(all)] ?? 0) - MIN_COLUMN_WIDTH);
  const widths = () =>
    Array.from(edge.current?.closest('[role=row]')?.querySelectorAll<HTMLElement>('.cell') ?? [], (cell) =>
      Math.round(cell.offsetWidth),
    );
  const measure = () => {
    const now = widths();
    const current = now[index] ?? MIN_COLUMN_WIDTH;
    setWidth(current);
    setMaxWidth(current + spareWidth(now));
  };
  useLayoutEffect(measure, [columns, settings]);
  const resize = (before: readonly number[], by: number): ColumnSettings => {
    const next = nextOf(before);
    const current = before[index] ?? 0;
    const change = Math.round(Math.min(spareWidth(before), Math.max(by, Math.min(0, MIN_COLUMN_WIDTH - current))));
    let result = settings;
    columns.forEach(({ id, flex }, i) => {
      const width = (before[i] ?? 0) + (i === index ? change : i === next ? -change : 0);
      // Flexible columns would share the change, so they get their current width.
      if (width > 0 && (i === index || i === next || flex)) result = updateColumn(result, id, { width });
    });
    return result;
  };
  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0) return;
    edge.current?.setPointerCapture(event.pointerId);
    drag.current = { startX: event.clientX, widths: widths(), last: settings };
  };
  const onPointerMove = ({ clientX }: PointerEvent) => {
    if (drag.current === undefined) return;
    drag.current.last = resize(drag.current.widths, clientX - drag.current.startX);
    onChange(drag.current.last, false);
  };
  const endDrag = () => {
    if (drag.current) onChange(drag.current.last, true);
    drag.current = undefined;
  };
  const reset = () => onChange(updateColumn(settings, name, { width: undefined }), true);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -KEY_STEP_PX, ArrowRight: KEY_STEP_PX }[event.key];
    if (step !== undefined) onChange(resize(widths(), step), true);
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
      tabIndex={isTabStop ? 0 : -1}
      aria-label={`Width of ${title}`}
      aria-orientation="vertical"
      aria-valuenow={width}
      aria-valuemin={MIN_COLUMN_WIDTH}
      aria-valuemax={maxWidth}
      title="Drag to resize (double-click to reset)"
      onFocus={measure}
      onClick={(event) => event.stopPropagation()}
      onDblClick={reset}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={endDrag}
      onPointerCancel={endDrag}
      onKeyDown={onKeyDown}
    />
  );
}

/** A menu of all columns. A right-click on the headers opens it too. */
export function ColumnMenu({ columns, settings, onChange }: HeaderProps) {
  const element = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(Number.POSITIVE_INFINITY);
  const measure = () => setWidth(element.current?.parentElement?.clientWidth ?? width);
  const isVisible = ({ id, minListWidth = 0 }: Column) =>
    columns.some((each) => each.id === id) && (settings[id]?.isShown === true || width >= minListWidth);
  const groups = [
    allColumns.map((column) => ({
      title: column.title,
      isOn: isVisible(column),
      isDisabled: columns.length === 1 && isVisible(column),
      onChoose: () => onChange(updateColumn(settings, column.id, { isShown: !isVisible(column) }), true),
    })),
    [{ title: 'Reset columns', isDisabled: Object.keys(settings).length === 0, onChoose: () => onChange({}, true) }],
  ];
  return (
    <div class="columns-menu" ref={element} onPointerEnter={measure} onFocusIn={measure}>
      <MenuButton label="Columns" title="Columns" groups={groups}>
        <svg class="icon stroke" viewBox="0 0 16 16" aria-hidden="true">
          <path d="M2.5 3h11v10h-11zM6.2 3v10M9.8 3v10" />
        </svg>
      </MenuButton>
    </div>
  );
}
