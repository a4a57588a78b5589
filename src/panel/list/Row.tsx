// The rows of the list: an exchange, or the divider where the page navigated.

import { useMemo } from 'preact/hooks';
import type { Exchange } from '../../core/model/exchange.ts';
import type { Navigation } from '../../core/model/exchange-log.ts';
import { describeSource } from '../lib/describe-source.ts';
import { truncate } from '../lib/format.ts';
import { formatRowTime, type LogDates } from '../lib/log-dates.ts';
import { rowId } from '../lib/row-id.ts';
import { type Column, EMPTY_CELL, type RowData } from '../state/sort/columns.ts';
import { ImportIcon, ServerIcon, ToneIcon } from '../ui/icons.tsx';

interface RowProps extends RowData {
  columns: readonly Column[];
  /** Among the exchanges, from 0. */
  index: number;
  isSelected: boolean;
  topPx: number;
}

/** Renders again only what changed: most renders of the list leave most rows alone. */
export function Row(props: RowProps) {
  const { columns, index, isSelected, topPx, exchange, diagnosis, dates, note, isWarning, attempt } = props;
  return useMemo(
    () => (
      <div
        class={`grid-row tone-${diagnosis.row.severity}${isWarning ? ' warned' : ''}${index % 2 ? ' odd' : ''}`}
        style={{ transform: `translateY(${topPx}px)` }}
        role="row"
        id={rowId(exchange.id)}
        aria-rowindex={index + 1}
        aria-selected={isSelected}
        data-diagnosis={diagnosis.id}
        data-operation={exchange.match.operation}
      >
        {columns.map((column) => (
          <Cell key={column.id} column={column} data={props} />
        ))}
      </div>
    ),
    [columns, index, isSelected, topPx, exchange, diagnosis, dates, note, isWarning, attempt],
  );
}

function Cell({ column, data }: { column: Column; data: RowData }) {
  const { id, icons } = column;
  const pieces = column.pieces?.(data);
  return (
    <span class={`cell ${id}${pieces ? ' pieces' : ''}`} role="gridcell">
      {icons?.(data).map((icon, i) =>
        icon === 'import' || icon === 'server' ? (
          <SourceMark key={i} exchange={data.exchange} />
        ) : (
          <ToneIcon key={i} tone={icon} />
        ),
      )}
      {pieces?.map(([name, text]) => (
        <span key={name} class={name}>
          {text}
        </span>
      )) ?? textOf(column, data)}
    </span>
  );
}

function textOf({ text, textClass }: Column, data: RowData) {
  const content = text(data);
  return textClass ? <span class={content === EMPTY_CELL ? '' : textClass}>{content}</span> : content;
}

function SourceMark({ exchange }: { exchange: Exchange }) {
  const label = describeSource(exchange);
  return (
    <span class="source-mark" role="img" aria-label={label} title={label}>
      {exchange.source === 'import' ? <ImportIcon /> : <ServerIcon />}
    </span>
  );
}

interface DividerProps {
  navigation: Navigation;
  dates: LogDates;
  topPx: number;
}

/** Not a row of the grid: it can neither be counted nor selected. */
export function DividerRow({ navigation: { ms, url }, dates, topPx }: DividerProps) {
  const path = /^https?:/.test(url) ? url.replace(/^https?:\/\/[^/]*/, '') || '/' : url;
  return (
    <div class="grid-divider" style={{ transform: `translateY(${topPx}px)` }} role="presentation" title={url}>
      <span>
        Navigated to <bdi>{truncate(path, 200)}</bdi> · {formatRowTime(ms, dates)}
      </span>
    </div>
  );
}
