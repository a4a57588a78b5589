// The list of exchanges as a grid, over a virtual list.

import { useMemo, useRef, useState } from 'preact/hooks';
import type { ExchangeLog } from '../../core/model/exchange-log.ts';
import { indexOfId } from '../../core/model/index-of-id.ts';
import type { ColumnSettings } from '../../core/model/settings.ts';
import { openContextMenu } from '../copy/CopyMenu.tsx';
import { exchangeListId } from '../lib/focus-targets.ts';
import { datesOf } from '../lib/log-dates.ts';
import { closestRow, parseRowId, rowId } from '../lib/row-id.ts';
import { pathAndQuery } from '../lib/short-path.ts';
import { rowHeightFor, useVirtualList } from '../lib/use-virtual-list.ts';
import type { SettingsState } from '../state/settings-state.ts';
import { validColumnSettings } from '../state/sort/column-settings.ts';
import { columns as allColumns, isColumn, visibleColumns } from '../state/sort/columns.ts';
import { usePanelState } from '../state/state-context.ts';
import { lazyComponent } from '../ui/Lazy.tsx';
import { GridHeader } from './GridHeader.tsx';
import { computeDividers, itemAtRow, type NavigationDivider, rowForIndex } from './navigation-dividers.ts';
import { DividerRow, Row } from './Row.tsx';
import { useGridKeys } from './use-grid-keys.ts';
import { useReveal } from './use-reveal.ts';

const NoMatch = lazyComponent(() => import('./NoMatch.tsx').then(({ NoMatch }) => NoMatch));
const ColumnMenu = lazyComponent(() => import('./ColumnMenu.tsx').then(({ ColumnMenu }) => ColumnMenu));

export function ExchangeGrid() {
  const state = usePanelState();
  state.revision.value;
  const { sort } = state;
  const exchanges = sort.list.value;
  const selectedId = state.selection.id.value;
  const frame = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const rowHeight = rowHeightFor(state.browser);
  const { columns, settings, onChange } = useColumns(state);
  const dividers = sort.isDefaultOrder.value ? computeDividers(exchanges, state.log.navigations) : noDividers;
  const total = exchanges.length + dividers.length;
  const exchangeAt = (row: number) => {
    const item = itemAtRow(dividers, row);
    return typeof item === 'number' ? exchanges[item] : undefined;
  };
  const dates = datesOf(state.log.exchanges, Date.now());
  const followsTail = state.listPosition.followsTail && selectedId === undefined;
  const rows = useVirtualList(scroller, {
    count: total,
    rowHeight,
    keyAt: (row) => exchangeAt(row)?.id,
    rowOfKey: (id) => {
      const index = indexOfId(exchanges, id);
      return index === -1 ? -1 : rowForIndex(dividers, index);
    },
    initialOffset: state.listPosition.scrollTop,
    followsTail,
  });
  useReveal(rows, (id) => {
    const index = indexOfId(exchanges, id);
    return index === -1 ? undefined : rowForIndex(dividers, index);
  });
  const rememberPosition = ({ currentTarget: { scrollTop } }: { currentTarget: HTMLElement }) => {
    state.listPosition.scrollTop = scrollTop;
    // Relative to what is rendered: the log may have grown since.
    state.listPosition.followsTail = rows.isAtEnd();
  };
  /** Scrolls to the first row of the new order; in order of time, to the latest. */
  const sortBy = (column: string) => {
    sort.toggleColumn(column);
    state.listPosition.followsTail = sort.isDefaultOrder.value;
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
  const onKeyDown = useGridKeys(exchanges, rows, (index) => rowForIndex(dividers, index));
  const renderRow = (row: number) => {
    const item = itemAtRow(dividers, row);
    const topPx = row * rowHeight;
    // Rows that leave at one end are reused at the other: changing texts is cheaper than creating elements.
    const key = row % rows.slots;
    if (typeof item !== 'number')
      return <DividerRow key={key} navigation={item.navigation} dates={dates} topPx={topPx} />;
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
          dates={dates}
          {...state.rowNotes(exchange, rows.isScrollingFast || state.isBurst)}
        />
      )
    );
  };
  const height = `${total * rowHeight}px`;
  const headerProps = { columns, settings, onChange };
  // Header and menu don't depend on the log, which renders the list often.
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
    [columns, settings],
  );
  const menu = useMemo(() => <ColumnMenu {...headerProps} />, [columns, settings]);

  return (
    <div class="grid" ref={frame} onPointerOver={({ target }) => addTooltip(target, state.log)}>
      <div
        class={`grid-table dates-${dates}${Object.keys(settings).length > 0 ? ' chosen' : ''}`}
        style={styleOf(settings)}
        id={exchangeListId}
        role="grid"
        aria-label="Requests"
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
          // Browsers make a scroll container focusable, by Tab and by click.
          tabIndex={-1}
          onFocus={focusGrid}
          onScroll={rememberPosition}
        >
          {exchanges.length === 0 && <NoMatch />}
          {/* biome-ignore lint/a11y/noStaticElementInteractions: clicks on the rows bubble up to it */}
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

/** The visible columns by the user's settings, and how to change them. */
function useColumns({ savedColumns, saveColumns }: SettingsState) {
  const [settings, setSettings] = useState(() => validColumnSettings(savedColumns.peek(), isColumn));
  const columns = useMemo(() => visibleColumns(settings), [settings]);
  const onChange = (next: ColumnSettings, isDone: boolean) => {
    setSettings(next);
    if (isDone) saveColumns(next);
  };
  return { columns, settings, onChange };
}

/** The user's settings as custom properties, which take precedence over those of grid.css. */
function styleOf(settings: ColumnSettings): Record<string, string> {
  const style: Record<string, string> = {};
  for (const { id, flex = 0 } of allColumns) {
    const { width, isShown } = settings[id] ?? {};
    if (width !== undefined) style[`--${id}`] = `${flex} 1 ${width}px`;
    if (isShown) style[`--${id}-shown`] = 'block';
  }
  return style;
}

/** A shortened or truncated cell shows its whole text as a tooltip. */
function addTooltip(target: EventTarget | null, log: ExchangeLog): void {
  const cell = target instanceof HTMLElement ? target.closest<HTMLElement>('[role=gridcell]') : null;
  const row = closestRow(cell);
  if (cell === null || row === null) return;
  const exchange = cell.classList.contains('path') ? log.get(parseRowId(row)) : undefined;
  if (exchange) cell.title = pathAndQuery(exchange);
  else cell.title = cell.scrollWidth > cell.clientWidth ? (cell.textContent ?? '') : '';
}
