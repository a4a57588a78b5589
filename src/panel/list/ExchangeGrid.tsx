// The list of exchanges, of which only the rows in sight are drawn.

import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Exchange } from '../../core/model/exchange.ts';
import { attemptsOf } from '../../core/session/attempts.ts';
import type { Session } from '../../core/session/session.ts';
import { openContextMenu } from '../copy/CopyMenu.tsx';
import { nextRowIndex } from '../lib/arrow-keys.ts';
import { focusDetail, focusList } from '../lib/focus.ts';
import { exchangeListId } from '../lib/focus-targets.ts';
import { closestRow, parseRowId, rowId } from '../lib/row-id.ts';
import { rowHeightFor, useVirtualList } from '../lib/use-virtual-list.ts';
import type { SettingsState } from '../state/settings-state.ts';
import { type ColumnSettings, parseColumnSettings, serializeColumnSettings } from '../state/sort/column-settings.ts';
import { columns as allColumns, isColumn, visibleColumns } from '../state/sort/columns.ts';
import { usePanelState } from '../state/state-context.ts';
import { columnTools, GridHeader } from './GridHeader.tsx';
import { computeDividers, itemAtRow, type NavigationDivider, rowForIndex } from './navigation-dividers.ts';
import { DividerRow, Row } from './Row.tsx';

export function ExchangeGrid() {
  const state = usePanelState();
  state.revision.value;
  const { sort } = state;
  const exchanges = sort.list.value;
  const selectedId = state.selection.id.value;
  const frame = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const rowHeight = rowHeightFor(state.browser);
  const { columns, choices, onChoose } = useColumns(state);
  const dividers = sort.isDefaultOrder.value ? computeDividers(exchanges, state.log.navigations) : noDividers;
  const total = exchanges.length + dividers.length;
  const exchangeAt = (row: number) => {
    const item = itemAtRow(dividers, row);
    return typeof item === 'number' ? exchanges[item] : undefined;
  };
  const followsTail = state.listPosition.followsTail && selectedId === undefined;
  const rows = useVirtualList(scroller, {
    count: total,
    rowHeight,
    keyAt: (row) => exchangeAt(row)?.id,
    rowOfKey: (id) => {
      const index = indexOf(exchanges, id);
      return index === -1 ? -1 : rowForIndex(dividers, index);
    },
    initialOffset: state.listPosition.scrollTop,
    followsTail,
  });
  const order = `${sort.column.value} ${sort.isDescending.value}`;
  const revealed = useRef({ id: selectedId, order });
  // What is selected from elsewhere may be out of sight; what was selected when the list was last seen keeps its place.
  useLayoutEffect(() => {
    const { id: before, order: orderBefore } = revealed.current;
    if (selectedId === before && order === orderBefore) return;
    revealed.current = { id: selectedId, order };
    const at = indexOf(exchanges, selectedId);
    if (at !== -1) rows.scrollIntoView(rowForIndex(dividers, at));
  }, [selectedId, order]);
  const scrollTarget = state.selection.scrollTarget.value;
  const found = useRef<typeof scrollTarget>(undefined);
  // It may be in the log before it is in the list.
  useLayoutEffect(() => {
    const at = scrollTarget === found.current ? -1 : indexOf(exchanges, scrollTarget?.id);
    if (at === -1) return;
    found.current = scrollTarget;
    rows.scrollIntoView(rowForIndex(dividers, at));
    state.listPosition.followsTail = rows.isAtEnd();
  });
  const remember = ({ currentTarget: { scrollTop } }: { currentTarget: HTMLElement }) => {
    state.listPosition.scrollTop = scrollTop;
    // Of what is drawn: the log may have grown meanwhile.
    state.listPosition.followsTail = rows.isAtEnd();
  };
  /** Shows what comes first in the new order; by time, what came last. */
  const sortBy = (column: string) => {
    sort.toggleColumn(column);
    state.listPosition.followsTail = sort.column.value === undefined;
    if (!state.listPosition.followsTail) rows.scrollTo(0);
  };

  const onRowClick = ({ target, ctrlKey, metaKey }: MouseEvent) => {
    const row = closestRow(target);
    if (row === null) return;
    const id = parseRowId(row);
    if (ctrlKey || metaKey) state.selection.compareWith(id);
    else state.selection.select(id);
  };
  const focusGrid = () => frame.current?.querySelector<HTMLElement>('[role=grid]')?.focus({ preventScroll: true });
  const showAll = () => {
    state.filter.set('');
    focusList();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return;
    if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey))
      return openContextMenu(state, event, selectedId);
    if (opensDetail(event) && selectedId !== undefined) {
      event.preventDefault();
      focusDetail();
      return;
    }
    // From a call that was closed the keys go on to its neighbours.
    const current = indexOf(exchanges, selectedId ?? state.compare.recent()[0]);
    const to = nextRowIndex(event.key, current, exchanges.length, Math.max(1, rows.visibleCount - 1));
    const exchange = to === undefined ? undefined : exchanges[to];
    if (to === undefined || exchange === undefined) return;
    event.preventDefault();
    state.selection.select(exchange.id);
    rows.scrollIntoView(rowForIndex(dividers, to));
  };
  const renderRow = (row: number) => {
    const item = itemAtRow(dividers, row);
    const topPx = row * rowHeight;
    // Rows that leave at one end are reused at the other: changing texts is cheaper than creating elements.
    const key = row % rows.slots;
    if (typeof item !== 'number') return <DividerRow key={key} navigation={item.navigation} topPx={topPx} />;
    const exchange = exchanges[item];
    return (
      exchange && (
        <Row
          key={key}
          columns={columns}
          index={item}
          isSelected={exchange.id === selectedId}
          topPx={topPx}
          exchange={exchange}
          diagnosis={state.diagnosisOf(exchange)}
          warnings={state.warningCount(exchange, rows.isScrollingFast)}
          attempt={attemptOf(state.session, exchange.id)}
        />
      )
    );
  };
  const height = `${total * rowHeight}px`;
  const tools = columnTools.module.value;
  const headerProps = { columns, choices, onChoose };
  // What they show is not the log's, which draws the list anew all the time.
  const header = useMemo(
    () => (
      <GridHeader
        {...headerProps}
        sort={sort}
        onSort={sortBy}
        onLeave={focusGrid}
        onMenu={() => frame.current?.querySelector<HTMLElement>('.columns-menu button')?.click()}
      />
    ),
    [columns, choices],
  );
  const menu = useMemo(
    () => typeof tools === 'object' && <tools.ColumnMenu {...headerProps} />,
    [columns, choices, tools],
  );

  return (
    <div class="grid" ref={frame} onPointerOver={revealCutOff}>
      <div
        class={choices.size > 0 ? 'grid-table chosen' : 'grid-table'}
        style={styleOf(choices)}
        id={exchangeListId}
        role="grid"
        aria-label="Exchanges"
        aria-rowcount={exchanges.length}
        aria-activedescendant={selectedId === undefined ? undefined : rowId(selectedId)}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onContextMenu={(event) => openContextMenu(state, event, selectedId)}
      >
        {header}
        <div
          class={followsTail && state.isBurst ? 'grid-scroller follows-burst' : 'grid-scroller'}
          role="rowgroup"
          ref={scroller}
          // Browsers make what scrolls a stop of its own, and give it the focus of a press.
          tabIndex={-1}
          onFocus={focusGrid}
          onScroll={remember}
        >
          {exchanges.length === 0 && (
            <div class="no-match" role="row">
              <span role="gridcell">
                No exchange fits the filter.{' '}
                <button type="button" class="link" onClick={showAll}>
                  Show all
                </button>
              </span>
            </div>
          )}
          {/* biome-ignore lint/a11y/noStaticElementInteractions: it hears the clicks of the rows in it */}
          {/* biome-ignore lint/a11y/useKeyWithClickEvents: the grid handles the keys */}
          <div class="grid-space" style={{ height }} onClick={onRowClick}>
            {rows.visibleRows.map(renderRow)}
          </div>
        </div>
      </div>
      {menu}
    </div>
  );
}

const noDividers: readonly NavigationDivider[] = [];

/** The columns that are shown, by the user's choice, and how that is changed. */
function useColumns({ savedColumns, saveColumns }: SettingsState) {
  const [choices, setChoices] = useState(() => parseColumnSettings(savedColumns.peek(), isColumn));
  const columns = useMemo(() => visibleColumns(choices), [choices]);
  const onChoose = (next: ColumnSettings, isDone: boolean) => {
    setChoices(next);
    if (isDone) saveColumns(serializeColumnSettings(next));
  };
  return { columns, choices, onChoose };
}

/** What the user chose, as custom properties that grid.css puts before its own. */
function styleOf(choices: ColumnSettings): Record<string, string> {
  const style: Record<string, string> = {};
  for (const { id, flex = 0 } of allColumns) {
    const { width, isShown } = choices.get(id) ?? {};
    if (width !== undefined) style[`--${id}`] = `${flex} 1 ${width}px`;
    if (isShown) style[`--${id}-shown`] = 'block';
  }
  return style;
}

function attemptOf(session: Session, id: number): string {
  const attempts = attemptsOf(session, id);
  return attempts === undefined ? '' : `${attempts.index + 1} of ${attempts.calls.length}`;
}

/** A cell that is too narrow for its text shows it whole as a tool tip. */
function revealCutOff({ target }: PointerEvent): void {
  const cell = target instanceof HTMLElement ? target.closest<HTMLElement>('[role=gridcell]') : null;
  if (cell) cell.title = cell.scrollWidth > cell.clientWidth ? (cell.textContent ?? '') : '';
}

/** Not on a button in the list, which has its own use for the key. */
function opensDetail({ key, target, currentTarget }: KeyboardEvent): boolean {
  return (key === 'Enter' || key === 'ArrowRight') && target === currentTarget;
}

function indexOf(exchanges: readonly Exchange[], id: number | undefined): number {
  return id === undefined ? -1 : exchanges.findIndex((each) => each.id === id);
}
