// The headers of Xero's gateway, in the order and case they were recorded in.

import type { Header } from '../http/http-messages.ts';
import type { Admission } from './limits.ts';

/** Headers of a response from behind the gateway; without `remaining` for a path that no limit counts. */
export function apiHeaders(
  correlationId: string,
  remaining: Admission['remaining'] | undefined,
  atMs: number,
): Header[] {
  const date = new Date(atMs).toUTCString();
  return [
    ['xero-correlation-id', correlationId],
    ...(remaining === undefined ? [] : countersOf(remaining)),
    ['server', 'tpzgw-c'],
    ['expires', date],
    ['cache-control', 'max-age=0, no-cache, no-store'],
    ['pragma', 'no-cache'],
    ['x-client-tls-ver', 'tls1.3'],
    ['date', date],
  ];
}

/** Headers of a rejection by the gateway itself; `own` are the headers that only this kind of rejection has. */
export function rejectionHeaders(correlationId: string, bytes: number, own: readonly Header[], atMs: number): Header[] {
  const date = new Date(atMs).toUTCString();
  return [
    ['server', 'Kestrel'],
    ['xero-correlation-id', correlationId],
    ...own,
    ['content-length', String(bytes)],
    ['expires', date],
    ['cache-control', 'max-age=0, no-cache, no-store'],
    ['pragma', 'no-cache'],
    ['date', date],
    ['connection', 'keep-alive'],
    ['x-client-tls-ver', 'tls1.3'],
  ];
}

/** The headers with what is left of the known limits. */
export function countersOf({ appMinute, minute, day }: Admission['remaining']): Header[] {
  return [
    ['x-appminlimit-remaining', String(appMinute)],
    ...(minute === undefined ? [] : [['x-minlimit-remaining', String(minute)] as const]),
    ...(day === undefined ? [] : [['x-daylimit-remaining', String(day)] as const]),
  ];
}
