// The list of exchanges, of which only the rows in sight are drawn.

import { Component } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { clockTime } from '../core/clock-time.ts';
import type { Exchange } from '../core/exchange.ts';
import { attemptsOf } from '../core/session/attempts.ts';
import type { Session } from '../core/session/session.ts';
import { clip, duration } from './format.ts';
import type { PanelHost } from './host.ts';
import { ToneIcon } from './icons.tsx';
import type { PanelState } from './panel-state.ts';
import { warningsOf } from './use-insight.ts';
import { slotsOf, useVirtualRows } from './virtual-rows.ts';

const columns = ['Time', 'Method', 'Operation', 'Path', 'Status', 'Diagnosis', 'Duration'] as const;

export function ExchangeGrid({ state, host }: { state: PanelState; host: PanelHost }) {
  state.drawn.value;
  const exchanges = state.filter.shown.value;
  const selectedId = state.selected.value;
  const scroller = useRef<HTMLDivElement>(null);
  const rowHeight = host.browser === 'firefox' ? 24 : 21;
  const rows = useVirtualRows(scroller, {
    count: exchanges.length,
    rowHeight,
    initialOffset: host.view.scrollTop,
    following: host.view.atEnd && selectedId === undefined,
  });
  const slots = slotsOf(rows, rowHeight);
  const revealed = useRef(selectedId);
  // What is selected from elsewhere may be out of sight; what was selected when the list was last seen keeps its place.
  useLayoutEffect(() => {
    const at = selectedId === revealed.current ? -1 : indexOf(exchanges, selectedId);
    revealed.current = selectedId;
    if (at !== -1) rows.scrollToIndex(at, { align: 'auto' });
  }, [selectedId]);
  const remember = ({ currentTarget: { scrollTop } }: { currentTarget: HTMLElement }) => {
    host.view.scrollTop = scrollTop;
    // Of what is drawn: the log may have grown meanwhile.
    host.view.atEnd = scrollTop + (rows.scrollRect?.height ?? 0) >= rows.getTotalSize() - rowHeight;
  };

  const move = (event: KeyboardEvent) => {
    const to = targetOf(
      event.key,
      indexOf(exchanges, selectedId),
      exchanges.length,
      pageOf(scroller.current, rowHeight),
    );
    const exchange = to === undefined ? undefined : exchanges[to];
    if (to === undefined || exchange === undefined) return;
    event.preventDefault();
    state.select(exchange.id);
    rows.scrollToIndex(to, { align: 'auto' });
  };

  return (
    <div
      class="grid"
      role="grid"
      aria-label="Exchanges"
      aria-rowcount={exchanges.length}
      aria-colcount={columns.length}
      aria-activedescendant={selectedId === undefined ? undefined : `exchange-${selectedId}`}
      tabIndex={0}
      onKeyDown={move}
      onPointerOver={revealCutOff}
    >
      <div class="grid-row grid-header" role="row">
        {columns.map((name) => (
          <span key={name} role="columnheader" class={`cell ${name.toLowerCase()}`}>
            {name}
          </span>
        ))}
      </div>
      <div class="grid-scroller" role="rowgroup" ref={scroller} onScroll={remember}>
        {exchanges.length === 0 && (
          <p class="no-match">
            No exchange fits the filter.{' '}
            <button type="button" class="link" onClick={() => state.filter.set('')}>
              Show all
            </button>
          </p>
        )}
        <div class="grid-space" style={{ height: `${rows.getTotalSize()}px` }}>
          {rows.getVirtualItems().map(({ index, start }) => {
            const exchange = exchanges[index];
            return (
              exchange && (
                <Row
                  // Rows that leave at one end are drawn anew at the other: changing texts is cheaper than making elements.
                  key={index % slots}
                  exchange={exchange}
                  index={index}
                  top={start}
                  state={state}
                  selected={exchange.id === selectedId}
                  warnings={warningsOf(exchange)}
                  attempt={attemptOf(state.session, exchange.id)}
                />
              )
            );
          })}
        </div>
      </div>
    </div>
  );
}

interface RowProps {
  exchange: Exchange;
  index: number;
  top: number;
  state: PanelState;
  selected: boolean;
  /** Of a success: what the checks say of what was sent. */
  warnings: number;
  /** `attempt 3 of 4`; empty for a call that stands alone. */
  attempt: string;
}

/** Drawn anew only when what it shows has changed: most drawings of the list leave most rows alone. */
class Row extends Component<RowProps> {
  override shouldComponentUpdate(next: RowProps): boolean {
    const { exchange, index, top, selected, warnings, attempt } = this.props;
    return (
      next.exchange !== exchange ||
      next.index !== index ||
      next.top !== top ||
      next.selected !== selected ||
      next.warnings !== warnings ||
      next.attempt !== attempt
    );
  }

  override render({ exchange, index, top, state, selected, warnings, attempt }: RowProps) {
    const { id, row } = state.diagnosisOf(exchange);
    const { recognition, request, response } = exchange;
    const operation = recognition.operation ?? '–';
    const path = recognition.path ?? request.url.replace(/^https?:\/\/[^/]*|\?.*$/g, '');
    return (
      // biome-ignore lint/a11y/useKeyWithClickEvents: the grid handles the keys
      <div
        id={`exchange-${exchange.id}`}
        class={`grid-row tone-${row.tone}${index % 2 ? ' odd' : ''}`}
        role="row"
        aria-rowindex={index + 1}
        aria-selected={selected}
        data-diagnosis={id}
        data-operation={recognition.operation}
        style={{ transform: `translateY(${top}px)` }}
        onClick={() => state.select(exchange.id)}
      >
        <span role="gridcell" class="cell time">
          {clockTime(exchange.startedMs)}
        </span>
        <span role="gridcell" class="cell method">
          {request.method}
        </span>
        <span role="gridcell" class="cell operation">
          {operation}
        </span>
        <span role="gridcell" class="cell path">
          {clip(path, 200)}
        </span>
        <span role="gridcell" class="cell status">
          {response.status ? <span class="badge">{response.status}</span> : '–'}
        </span>
        <span role="gridcell" class="cell diagnosis">
          {row.tone !== 'success' && <ToneIcon tone={row.tone} />}
          {warnings > 0 && <ToneIcon tone="warning" />}
          {row.title}
          {warnings > 0 && `, ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`}
          {attempt && `, ${attempt}`}
        </span>
        <span role="gridcell" class="cell duration">
          {duration(exchange.durationMs)}
        </span>
      </div>
    );
  }
}

function attemptOf(session: Session, id: number): string {
  const attempts = attemptsOf(session, id);
  return attempts === undefined ? '' : `attempt ${attempts.index + 1} of ${attempts.calls.length}`;
}

/** A cell that is too narrow for its text shows it whole as a tool tip. */
function revealCutOff({ target }: PointerEvent): void {
  const cell = target instanceof HTMLElement ? target.closest<HTMLElement>('.cell') : null;
  if (cell) cell.title = cell.scrollWidth > cell.clientWidth ? (cell.textContent ?? '') : '';
}

/** The row that a key leads to; `undefined` for keys that do not move. */
function targetOf(key: string, current: number, total: number, page: number): number | undefined {
  const last = total - 1;
  const steps: Record<string, number> = {
    ArrowDown: current + 1,
    ArrowUp: current === -1 ? last : current - 1,
    Home: 0,
    End: last,
    PageDown: current + page,
    PageUp: current - page,
  };
  const to = steps[key];
  return to === undefined ? undefined : Math.min(last, Math.max(0, to));
}

function indexOf(exchanges: readonly Exchange[], id: number | undefined): number {
  return id === undefined ? -1 : exchanges.findIndex((each) => each.id === id);
}

function pageOf(scroller: HTMLElement | null, rowHeight: number): number {
  return Math.max(1, Math.floor((scroller?.clientHeight ?? rowHeight) / rowHeight) - 1);
}
