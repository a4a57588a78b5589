// A request to this server, which may cause requests to Xero.

import { redactAndBound } from '../../core/secrets/bounded-text.ts';

export interface PageRequest {
  /** Numbered per process. */
  readonly id: number;
  readonly method: string;
  /** Without the query, which may contain private values. */
  readonly path: string;
  readonly startedMs: number;
  /** Requests to Xero that have begun for it and aren't stored yet. */
  underWay: number;
  /** The sequence number of the first entry that was stored for it. */
  firstSequence: number | undefined;
  /** Whether the headers of its response were sent. */
  hasSentHeaders: boolean;
}

let count = 0;

export function createPageRequest(method: string, url: string, startedMs = Date.now()): PageRequest {
  count++;
  return {
    id: count,
    method: method.slice(0, 20),
    path: redactAndBound(url.split(/[?#]/, 1)[0] ?? '').slice(0, MAX_PATH_CHARS),
    startedMs,
    underWay: 0,
    firstSequence: undefined,
    hasSentHeaders: false,
  };
}

const MAX_PATH_CHARS = 500;
