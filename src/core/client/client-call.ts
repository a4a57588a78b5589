// What a client has to know of the call that it makes: whether a repetition can do harm, and what guards against that.

import type { OperationRow } from '../../catalogue/operations.ts';
import { getOperation } from '../match/match-operation.ts';
import type { Exchange } from '../model/exchange.ts';

/** An operation, or what is known of a call that is none. */
export type ClientCall = Pick<OperationRow, 'method' | 'takesIdempotencyKey'> &
  Partial<Pick<OperationRow, 'id' | 'path'>>;

/** `undefined`: the API knows no such method. */
export function clientCall({ match, request }: Exchange): ClientCall | undefined {
  if (match.operation !== undefined) return getOperation(match.operation);
  const method = request.method.toUpperCase();
  return isMethod(method) ? { method, takesIdempotencyKey: keyed.has(method) } : undefined;
}

const methods: readonly OperationRow['method'][] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];
const keyed: ReadonlySet<OperationRow['method']> = new Set(['POST', 'PUT', 'PATCH']);

function isMethod(method: string): method is OperationRow['method'] {
  return (methods as readonly string[]).includes(method);
}
