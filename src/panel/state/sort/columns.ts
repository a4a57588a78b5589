// The columns of the list: one row each.

import type { DiagnosisRow } from '../../../catalogue/diagnoses.ts';
import type { Diagnosis } from '../../../core/diagnose/diagnose.ts';
import { type Exchange, tenantOf } from '../../../core/model/exchange.ts';
import { attemptsOf } from '../../../core/session/attempts.ts';
import type { Session } from '../../../core/session/session.ts';
import { clockTime } from '../../../core/text/clock-time.ts';
import { bytes, clip, duration } from '../../lib/format.ts';
import type { ColumnChoices } from './column-settings.ts';

export interface Column {
  /** Also its class; grid.css has its width. */
  readonly id: string;
  readonly title: string;
  /** Its share of the room that is left over. */
  readonly flex?: number;
  /** Not shown unless asked for. */
  readonly isExtra?: true;
  /** Not shown where the list is narrower, unless asked for; grid.css sees to it. Pixels. */
  readonly narrowest?: number;
  /** What it sorts by; what has none is last. */
  readonly sortBy: (exchange: Exchange, state: SortFacts) => number | string | undefined;
  readonly text: (facts: RowFacts) => string;
  /** Of an element around its text. */
  readonly textClass?: string;
  /** Before its text. */
  readonly icons?: (facts: RowFacts) => readonly RowIcon[];
}

/** What sorting needs beside the exchange. */
export interface SortFacts {
  readonly session: Session;
  diagnosisOf(exchange: Exchange): Diagnosis;
}

export interface RowFacts {
  readonly exchange: Exchange;
  readonly diagnosis: Diagnosis;
  /** Of a success: what the checks say of what was sent. */
  readonly warnings: number;
  /** `3 of 4`; empty for a call that stands alone. */
  readonly attempt: string;
}

export type RowIcon = DiagnosisRow['tone'];

/** Stands where there is nothing to say. */
export const missing = '–';

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
    sortBy: ({ recognition }) => recognition.operation,
    text: ({ exchange }) => exchange.recognition.operation ?? missing,
  },
  {
    id: 'path',
    title: 'Path',
    flex: 1.6,
    narrowest: 521,
    sortBy: pathOf,
    text: ({ exchange }) => clip(pathOf(exchange), 200),
  },
  {
    id: 'status',
    title: 'Status',
    sortBy: ({ response }) => response.status || undefined,
    text: ({ exchange: { response } }) => (response.status ? String(response.status) : missing),
    textClass: 'badge',
  },
  {
    id: 'diagnosis',
    title: 'Diagnosis',
    flex: 1.4,
    sortBy: (exchange, { diagnosisOf }) => diagnosisOf(exchange).row.title,
    text: ({ diagnosis: { row }, warnings, attempt }) => {
      const warned = warnings > 0 ? `, ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}` : '';
      return `${row.title}${warned}${attempt && `, attempt ${attempt}`}`;
    },
    icons: ({ diagnosis: { row }, warnings }) => [
      ...(row.tone === 'success' ? [] : [row.tone]),
      ...(warnings > 0 ? (['warning'] as const) : []),
    ],
  },
  {
    id: 'attempt',
    title: 'Attempt',
    isExtra: true,
    // A call that stands alone is a first attempt: what is sorted stays so when its retry comes.
    sortBy: ({ id }, { session }) => attemptsOf(session, id)?.index ?? 0,
    text: ({ attempt }) => attempt,
  },
  {
    id: 'tenant',
    title: 'Tenant',
    isExtra: true,
    sortBy: tenantOf,
    text: ({ exchange }) => tenantOf(exchange)?.slice(0, 8) ?? '',
  },
  {
    id: 'size',
    title: 'Size',
    isExtra: true,
    sortBy: sizeOf,
    text: ({ exchange }) => {
      const size = sizeOf(exchange);
      return size === undefined ? missing : bytes(size);
    },
  },
  {
    id: 'duration',
    title: 'Duration',
    narrowest: 641,
    sortBy: ({ durationMs }) => durationMs,
    text: ({ exchange }) => duration(exchange.durationMs),
  },
];

/** Those that are shown, as far as the list is wide enough; never none. */
export function shownColumns(choices: ColumnChoices): readonly Column[] {
  const shown = columns.filter(({ id, isExtra = false }) => choices.get(id)?.isShown ?? !isExtra);
  return shown.length > 0 ? shown : columns.filter(({ isExtra }) => !isExtra);
}

export function isColumn(name: string): boolean {
  return columns.some(({ id }) => id === name);
}

/** Below the API root; elsewhere the address without its host and query. */
export function pathOf({ recognition, request }: Exchange): string {
  return recognition.path ?? request.url.replace(/^https?:\/\/[^/]*|\?.*$/g, '');
}

/** Of the answer's body, bytes. */
function sizeOf({ response: { body } }: Exchange): number | undefined {
  return body.kind === 'none' ? 0 : body.bytes;
}
