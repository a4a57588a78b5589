// Whether Xero's response says what is wrong with a token, so that Xero received one.

import type { Exchange } from '../model/exchange.ts';
import { type Diagnosis, diagnose } from './diagnose.ts';

/** Xero responds with 401 to a request without a token, and names what is wrong with one that it received. */
export function namesTokenFault(exchange: Exchange): boolean {
  return tokenFaults.has(diagnose(exchange).id);
}

const tokenFaults: ReadonlySet<string> = new Set<Diagnosis['id']>([
  'scope-or-plan-missing',
  'token-expired',
  'token-wrong-audience',
  'token-invalid-signature',
]);
