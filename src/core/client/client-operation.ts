// What a client must know about its request: whether repeating it can write twice, and what prevents that.

import type { OperationRow } from '../../catalogue/operations.ts';
import { getOperation } from '../match/match-operation.ts';
import type { Exchange } from '../model/exchange.ts';

/** An operation, or what is known about a request that matches none. */
export type ClientOperation = Pick<OperationRow, 'method' | 'takesIdempotencyKey'> &
  Partial<Pick<OperationRow, 'id' | 'path'>>;

/** `undefined` if the API has no such method. */
export function clientOperation({ match, request }: Exchange): ClientOperation | undefined {
  if (match.operation !== undefined) return getOperation(match.operation);
  const method = request.method.toUpperCase();
  return isMethod(method) ? { method, takesIdempotencyKey: methodsWithKey.has(method) } : undefined;
}

const methods: readonly OperationRow['method'][] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];
const methodsWithKey: ReadonlySet<OperationRow['method']> = new Set(['POST', 'PUT', 'PATCH']);

function isMethod(method: string): method is OperationRow['method'] {
  return (methods as readonly string[]).includes(method);
}
