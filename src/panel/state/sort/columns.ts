// The columns of the list: one row each.

import type { DiagnosisRow } from '../../../catalogue/diagnoses/row.ts';
import type { Diagnosis } from '../../../core/diagnose/diagnose.ts';
import { isTokenRequest, TOKEN_REQUEST } from '../../../core/match/token-request.ts';
import { type Exchange, tenantId } from '../../../core/model/exchange.ts';
import type { ColumnSettings } from '../../../core/model/settings.ts';
import { attemptsOf } from '../../../core/session/attempts.ts';
import type { Session } from '../../../core/session/session.ts';
import { clockTime } from '../../../core/text/clock-time.ts';
import { plural } from '../../../core/text/plural.ts';
import { formatBytes, formatMs, truncate } from '../../lib/format.ts';

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
  /** Icons before the text. */
  readonly icons?: (facts: RowData) => readonly RowIcon[];
}

/** What sort keys depend on besides the exchange. */
export interface SortContext {
  readonly session: Session;
  diagnosisOf(exchange: Exchange): Diagnosis;
}

export interface RowData {
  readonly exchange: Exchange;
  readonly diagnosis: Diagnosis;
  /** Number of warnings about the request of a successful exchange. */
  readonly warnings: number;
  /** `3 of 4`; empty for a single attempt. */
  readonly attempt: string;
}

type RowIcon = DiagnosisRow['severity'];

export const EMPTY_CELL = '–';

export const columns: readonly Column[] = [
  {
    id: 'time',
    title: 'Time',
    sortBy: ({ startedMs }) => (Number.isNaN(startedMs) ? undefined : startedMs),
    text: ({ exchange }) => clockTime(exchange.startedMs),
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
    sortBy: ({ match }) => match.operation,
    text: ({ exchange }) => exchange.match.operation ?? (isTokenRequest(exchange) ? TOKEN_REQUEST : EMPTY_CELL),
  },
  {
    id: 'path',
    title: 'Path',
    flex: 1.6,
    minListWidth: 521,
    sortBy: requestPath,
    text: ({ exchange }) => truncate(requestPath(exchange), 200),
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
    text: ({ diagnosis: { row }, warnings, attempt }) => {
      const warned = warnings > 0 ? `, ${plural(warnings, 'warning')}` : '';
      return `${row.title}${warned}${attempt && `, attempt ${attempt}`}`;
    },
    icons: ({ diagnosis: { row }, warnings }) => [
      ...(row.severity === 'success' ? [] : [row.severity]),
      ...(warnings > 0 ? (['warning'] as const) : []),
    ],
  },
  {
    id: 'attempt',
    title: 'Attempt',
    hiddenByDefault: true,
    // A single attempt is the first one, so that the order doesn't change when it is retried.
    sortBy: ({ id }, { session }) => attemptsOf(session, id)?.index ?? 0,
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

/** Relative to the API root, or else the URL without host and query. */
export function requestPath({ match, request }: Exchange): string {
  return match.path ?? request.url.replace(/^https?:\/\/[^/]*|\?.*$/g, '');
}

/** Of the response's body. */
function bodyBytes({ response: { body } }: Exchange): number | undefined {
  return body.kind === 'none' ? 0 : body.bytes;
}
