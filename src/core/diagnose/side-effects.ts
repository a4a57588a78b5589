// Whether a request may have changed data.

import { type Exchange, isDirectToXero } from '../model/exchange.ts';
import type { Diagnosis } from './diagnose.ts';

/** Why nothing was written; `undefined` if something was or may have been. */
export type NoSideEffect = 'a-read' | 'never-sent' | 'refused';

export function noSideEffectReason(exchange: Exchange, { row }: Pick<Diagnosis, 'row'>): NoSideEffect | undefined {
  if (readMethods.has(exchange.request.method.toUpperCase())) return 'a-read';
  // Without a preflight, a request to a proxy was sent before CORS blocked the response.
  const isPreflighted = isDirectToXero(exchange) || exchange.preflight !== undefined;
  if (exchange.failure?.kind === 'cors' && exchange.response.status === 0 && isPreflighted) return 'never-sent';
  // Without a response, it wasn't refused.
  return row.retry.executed === 'no' && exchange.failure?.kind !== 'network' ? 'refused' : undefined;
}

/** Source: RFC 9110, section 9.2.1, safe methods. */
const readMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);
