// Whether a call may have changed something.

import type { Diagnosis } from '../diagnose/diagnose.ts';
import { type Exchange, isDirect } from '../model/exchange.ts';

/** Why nothing was written, where that is sure; `undefined`: it was, or may have been. */
export type Unwritten = 'a-read' | 'never-sent' | 'refused';

export function unwritten(exchange: Exchange, { row }: Pick<Diagnosis, 'row'>): Unwritten | undefined {
  if (readMethods.has(exchange.request.method.toUpperCase())) return 'a-read';
  // What a proxy answers without a preflight was sent.
  const isPreflighted = isDirect(exchange) || exchange.preflight !== undefined;
  if (exchange.failure?.kind === 'cors' && exchange.response.status === 0 && isPreflighted) return 'never-sent';
  return row.retry.carriedOut === 'no' ? 'refused' : undefined;
}

/** Source: RFC 9110, section 9.2.1, safe methods. */
const readMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);
