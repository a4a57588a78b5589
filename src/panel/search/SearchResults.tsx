// The matches, grouped by exchange, in a virtual list that works by keyboard alone.

import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { Exchange } from '../../core/model/exchange.ts';
import type { ExchangeHits, SearchHit } from '../../core/search/search.ts';
import { searchFields } from '../../core/search/search-fields.ts';
import { clockTime } from '../../core/text/clock-time.ts';
import { formatInteger } from '../../core/text/format-number.ts';
import type { PanelHost } from '../host/panel-host.ts';
import { nextRowIndex } from '../lib/arrow-keys.ts';
import { truncate } from '../lib/format.ts';
import { pathAndQuery } from '../lib/short-path.ts';
import { rowHeightFor, useVirtualList } from '../lib/use-virtual-list.ts';
import { HighlightRanges } from '../ui/HighlightRanges.tsx';

interface ResultsProps {
  found: readonly ExchangeHits[];
  current: SearchHit | undefined;
  browser: PanelHost['browser'];
  onOpen: (hit: SearchHit) => void;
}

export function SearchResults({ found, current, browser, onOpen }: ResultsProps) {
  const rows = useMemo(() => rowsOf(found), [found]);
  const scroller = useRef<HTMLDivElement>(null);
  const rowHeight = rowHeightFor(browser);
  const list = useVirtualList(scroller, {
    count: rows.length,
    rowHeight,
    // Each search replaces all rows, so none moves.
    keyAt: (index) => index,
    rowOfKey: (index) => index,
    initialOffset: 0,
    followsTail: false,
  });
  const at = current === undefined ? -1 : rows.findIndex((row) => 'hit' in row && row.hit === current);
  useLayoutEffect(() => {
    if (at !== -1) list.scrollIntoView(at);
  }, [at]);

  const onKeyDown = (event: KeyboardEvent) => {
    const hits = found.flatMap((each) => each.hits);
    const from = current === undefined ? -1 : hits.indexOf(current);
    const to = nextRowIndex(event.key, from, hits.length, ROWS_PER_PAGE);
    const hit = to === undefined ? undefined : hits[to];
    if (hit === undefined) return;
    event.preventDefault();
    onOpen(hit);
  };

  return (
    <div
      class="search-results"
      role="listbox"
      aria-label="Matches"
      tabIndex={0}
      aria-activedescendant={at === -1 ? undefined : rowId(at)}
      ref={scroller}
      onKeyDown={onKeyDown}
    >
      <div role="presentation" class="search-space" style={{ height: `${rows.length * rowHeight}px` }}>
        {list.visibleRows.map((index) => {
          const row = rows[index];
          if (row === undefined) return null;
          const style = { transform: `translateY(${index * rowHeight}px)` };
          return 'hit' in row ? (
            <HitRow key={index} row={row} id={rowId(index)} selected={index === at} style={style} onOpen={onOpen} />
          ) : (
            <div key={index} role="presentation" class="search-group" style={style}>
              <span class="group-request">
                <span class="subtle">{clockTime(row.exchange.startedMs)}</span> <bdi>{nameOf(row.exchange)}</bdi>
              </span>
              <span class="subtle">{formatInteger(row.total)}</span>
            </div>
          );
        })}
      </div>
    </div>
  );
}

interface HitRowProps {
  row: HitRowData;
  id: string;
  selected: boolean;
  style: { transform: string };
  onOpen: (hit: SearchHit) => void;
}

function HitRow({ row: { hit, exchange, number, listSize }, id, selected, style, onOpen }: HitRowProps) {
  const { text, from, to } = hit.excerpt;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list handles the keys
    <div
      id={id}
      class="search-hit"
      role="option"
      aria-selected={selected}
      aria-posinset={number}
      aria-setsize={listSize}
      title={locationText(hit, exchange)}
      style={style}
      onClick={() => onOpen(hit)}
    >
      <span class="where">{titleOf(hit)}</span>
      <span class="excerpt">
        <span class="lead">
          <span>{text.slice(0, from)}</span>
        </span>
        <span class="found" style={{ '--match': `${to - from}ch` }}>
          <HighlightRanges text={text.slice(from)} ranges={[{ from: 0, to: to - from }]} />
        </span>
      </span>
      <span class="unseen">of {nameOf(exchange)}</span>
    </div>
  );
}

interface HitRowData {
  readonly exchange: Exchange;
  readonly hit: SearchHit;
  /** Position among all listed matches, from 1. */
  readonly number: number;
  readonly listSize: number;
}

type Row = HitRowData | { readonly exchange: Exchange; readonly total: number };

function rowsOf(found: readonly ExchangeHits[]): Row[] {
  const listSize = found.reduce((sum, { hits }) => sum + hits.length, 0);
  let number = 0;
  return found.flatMap(({ exchange, hits, total }): Row[] => [
    { exchange, total },
    ...hits.map((hit) => ({ exchange, hit, number: ++number, listSize })),
  ]);
}

function nameOf(exchange: Exchange): string {
  const { request, response } = exchange;
  return `${request.method} ${truncate(pathAndQuery(exchange), 200)} ${response.status || '–'}`;
}

function titleOf({ field }: SearchHit): string {
  return searchFields.find((row) => row.field === field)?.title ?? field;
}

/** `Request header accept`, `Response body, character 1,204`. */
function locationText(hit: SearchHit, { request, response }: Exchange): string {
  const headers = { 'request-header': request.headers, 'response-header': response.headers }[hit.field as string];
  const position = headers
    ? ` ${truncate(headers[hit.index]?.[0] ?? '', 200)}`
    : `, character ${formatInteger(hit.from + 1)}`;
  return titleOf(hit) + position;
}

function rowId(index: number): string {
  return `match-${index}`;
}

/** Rows that Page Up and Page Down move by. */
const ROWS_PER_PAGE = 10;
