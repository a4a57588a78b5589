// The columns of the list: one row each.

import type { DiagnosisRow } from '../../../catalogue/diagnoses/row.ts';
import type { Diagnosis } from '../../../core/diagnose/diagnose.ts';
import { isTokenRequest, TOKEN_REQUEST } from '../../../core/match/token-request.ts';
import { type Exchange, tenantId } from '../../../core/model/exchange.ts';
import type { ColumnSettings } from '../../../core/model/settings.ts';
import { formatBytes, formatMs } from '../../lib/format.ts';
import { formatRowTime, type LogDates } from '../../lib/log-dates.ts';
import { pathAndQuery, shortPath } from '../../lib/short-path.ts';

export interface Column {
  /** Also the class of its cells; grid.css sets its width. */
  readonly id: string;
  readonly title: string;
  /** Its share of the remaining width. */
  readonly flex?: number;
  readonly hiddenByDefault?: true;
  /** grid.css hides the column in a narrower list, unless the user shows it. Pixels. */
  readonly minListWidth?: number;
  /** The sort key. Exchanges without one are last. */
  readonly sortBy: (exchange: Exchange, state: SortContext) => number | string | undefined;
  readonly text: (facts: RowData) => string;
  /** The class of an element around the text. */
  readonly textClass?: string;
  /** What is shown instead of a long text: pieces, each with the class of its element. */
  readonly pieces?: (facts: RowData) => readonly (readonly [className: string, text: string])[] | undefined;
  /** Icons before the text. */
  readonly icons?: (facts: RowData) => readonly RowIcon[];
}

/** What sort keys depend on besides the exchange. */
export interface SortContext {
  diagnosisOf(exchange: Exchange): Diagnosis;
  attemptIndex(exchange: Exchange): number;
}

/** What a row says beyond the title of its diagnosis. */
export interface RowNotes {
  /** Follows the title of the diagnosis: the fields at fault, a warning, a duplicate. */
  readonly note: string;
  /** A success with a warning or a duplicate write. */
  readonly isWarning: boolean;
  /** `3 of 4`; empty for a single attempt. */
  readonly attempt: string;
}

export interface RowData extends RowNotes {
  readonly exchange: Exchange;
  readonly diagnosis: Diagnosis;
  readonly dates: LogDates;
}

type RowIcon = DiagnosisRow['severity'] | 'import' | 'server';

const sourceIcons: Readonly<Record<Exchange['source'], readonly RowIcon[]>> = {
  browser: [],
  server: ['server'],
  import: ['import'],
};

export const EMPTY_CELL = '–';
const ATTEMPT_WORD = ' · attempt ';

export const columns: readonly Column[] = [
  {
    id: 'time',
    title: 'Time',
    sortBy: ({ startedMs }) => (Number.isNaN(startedMs) ? undefined : startedMs),
    text: ({ exchange, dates }) => formatRowTime(exchange.startedMs, dates),
    icons: ({ exchange }) => (exchange.forwarded ? sourceIcons.server : sourceIcons[exchange.source]),
  },
  {
    id: 'method',
    title: 'Method',
    sortBy: ({ request }) => request.method,
    text: ({ exchange }) => exchange.request.method,
  },
  {
    id: 'operation',
    title: 'Operation',
    minListWidth: 761,
    sortBy: ({ match }) => match.operation,
    text: ({ exchange }) => exchange.match.operation ?? (isTokenRequest(exchange) ? TOKEN_REQUEST : EMPTY_CELL),
  },
  {
    id: 'path',
    title: 'Path',
    flex: 1.6,
    sortBy: pathAndQuery,
    text: ({ exchange }) => pathAndQuery(exchange),
    pieces: ({ exchange }) => {
      const { head, end, query } = shortPath(exchange);
      return [
        ['path-head', head],
        ['path-end', end],
        ['query', query],
      ];
    },
  },
  {
    id: 'status',
    title: 'Status',
    sortBy: ({ response }) => response.status || undefined,
    text: ({ exchange: { response } }) => (response.status ? String(response.status) : EMPTY_CELL),
    textClass: 'badge',
  },
  {
    id: 'diagnosis',
    title: 'Diagnosis',
    flex: 1.4,
    sortBy: (exchange, { diagnosisOf }) => diagnosisOf(exchange).row.title,
    text: ({ diagnosis: { row }, note, attempt }) => `${row.title}${note}${attempt && ATTEMPT_WORD + attempt}`,
    pieces: ({ diagnosis: { row }, note, attempt }) =>
      attempt === ''
        ? undefined
        : [
            ['main-text', row.title + note],
            ['attempt-word', ATTEMPT_WORD],
            ['attempt-number', attempt],
          ],
    icons: ({ diagnosis: { row }, isWarning }) => {
      if (row.severity !== 'success') return [row.severity];
      return isWarning ? ['warning'] : [];
    },
  },
  {
    id: 'attempt',
    title: 'Attempt',
    hiddenByDefault: true,
    sortBy: (exchange, { attemptIndex }) => attemptIndex(exchange),
    text: ({ attempt }) => attempt,
  },
  {
    id: 'tenant',
    title: 'Tenant',
    hiddenByDefault: true,
    sortBy: tenantId,
    text: ({ exchange }) => tenantId(exchange)?.slice(0, 8) ?? '',
  },
  {
    id: 'size',
    title: 'Size',
    hiddenByDefault: true,
    sortBy: bodyBytes,
    text: ({ exchange }) => {
      const size = bodyBytes(exchange);
      return size === undefined ? EMPTY_CELL : formatBytes(size);
    },
  },
  {
    id: 'duration',
    title: 'Duration',
    minListWidth: 641,
    sortBy: ({ durationMs }) => durationMs,
    text: ({ exchange }) => formatMs(exchange.durationMs),
  },
];

/** The columns that the user shows, at least one. grid.css hides those that don't fit. */
export function visibleColumns(settings: ColumnSettings): readonly Column[] {
  const shown = columns.filter(({ id, hiddenByDefault = false }) => settings[id]?.isShown ?? !hiddenByDefault);
  return shown.length > 0 ? shown : columns.filter(({ hiddenByDefault }) => !hiddenByDefault);
}

export function isColumn(name: string): boolean {
  return columns.some(({ id }) => id === name);
}

/** The size of the response's body. */
function bodyBytes({ response: { body } }: Exchange): number | undefined {
  return body.kind === 'none' ? 0 : body.bytes;
}
