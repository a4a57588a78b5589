// The columns of the list: one row each.

import type { DiagnosisRow } from '../../../catalogue/diagnoses/row.ts';
import type { Diagnosis } from '../../../core/diagnose/diagnose.ts';
import { type Exchange, tenantId } from '../../../core/model/exchange.ts';
import type { ColumnSettings } from '../../../core/model/settings.ts';
import { attemptsOf } from '../../../core/session/attempts.ts';
import type { Session } from '../../../core/session/session.ts';
import { clockTime } from '../../../core/text/clock-time.ts';
import { plural } from '../../../core/text/plural.ts';
import { formatBytes, formatMs, truncate } from '../../lib/format.ts';

export interface Column {
  /** Also its class; grid.css has its width. */
  readonly id: string;
  readonly title: string;
  /** Its share of the room that is left over. */
  readonly flex?: number;
  /** Not shown unless asked for. */
  readonly hiddenByDefault?: true;
  /** Not shown where the list is narrower, unless asked for; grid.css sees to it. Pixels. */
  readonly minListWidth?: number;
  /** What it sorts by; what has none is last. */
  readonly sortBy: (exchange: Exchange, state: SortContext) => number | string | undefined;
  readonly text: (facts: RowData) => string;
  /** Of an element around its text. */
  readonly textClass?: string;
  /** Before its text. */
  readonly icons?: (facts: RowData) => readonly RowIcon[];
}

/** What sorting needs beside the exchange. */
export interface SortContext {
  readonly session: Session;
  diagnosisOf(exchange: Exchange): Diagnosis;
}

export interface RowData {
  readonly exchange: Exchange;
  readonly diagnosis: Diagnosis;
  /** Of a success: what the checks say of what was sent. */
  readonly warnings: number;
  /** `3 of 4`; empty for a call that stands alone. */
  readonly attempt: string;
}

type RowIcon = DiagnosisRow['severity'];

/** Stands where there is nothing to say. */
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
    text: ({ exchange }) => exchange.match.operation ?? EMPTY_CELL,
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
    // A call that stands alone is a first attempt: what is sorted stays so when its retry comes.
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
    sortBy: sizeOf,
    text: ({ exchange }) => {
      const size = sizeOf(exchange);
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

/** Those that are shown, as far as the list is wide enough; never none. */
export function visibleColumns(choices: ColumnSettings): readonly Column[] {
  const shown = columns.filter(({ id, hiddenByDefault = false }) => choices[id]?.isShown ?? !hiddenByDefault);
  return shown.length > 0 ? shown : columns.filter(({ hiddenByDefault }) => !hiddenByDefault);
}

export function isColumn(name: string): boolean {
  return columns.some(({ id }) => id === name);
}

/** Below the API root; elsewhere the address without its host and query. */
export function requestPath({ match, request }: Exchange): string {
  return match.path ?? request.url.replace(/^https?:\/\/[^/]*|\?.*$/g, '');
}

/** Of the answer's body, bytes. */
function sizeOf({ response: { body } }: Exchange): number | undefined {
  return body.kind === 'none' ? 0 : body.bytes;
}
