// Reads an exchange once for all checks.

import { isSuccess } from '../../diagnose/outcome.ts';
import { isConnections } from '../../match/connections.ts';
import { operation } from '../../match/match-operation.ts';
import type { Body, Exchange } from '../../model/exchange.ts';
import { queryOf } from '../../model/query.ts';
import { firstWhere } from '../../text/binary-search.ts';
import { stripByteOrderMark } from '../../text/parse-json.ts';
import type { Call, ReadBody } from './check.ts';

/** Longer bodies are not held against the documentation: reading them would hold up the panel. Characters. */
const longestRead = 1_048_576;

/** `exchanges` is the log, by time. Never throws. */
export function callOf(exchange: Exchange, exchanges: readonly Exchange[]): Call {
  const { recognition, request, response } = exchange;
  return {
    exchange,
    operation: recognition.operation === undefined ? undefined : operation(recognition.operation),
    sent: read(request.body),
    answer: isSuccess(exchange) ? read(response.body) : { kind: 'unknown' },
    query: queryOf(request.url),
    earlier: before(exchange, exchanges),
  };
}

/** Whether a check may look for it among the earlier calls: for a use of the same Idempotency-Key, and for what `/connections` told. */
export function isLookedBackAt(exchange: Exchange): boolean {
  return isConnections(exchange) || exchange.request.headers.some(([name]) => name === 'idempotency-key');
}

function read(body: Body): ReadBody {
  if (body.kind === 'none') return { kind: 'none' };
  if (body.kind !== 'text' || body.cutOff !== undefined || body.text.length > longestRead) return { kind: 'unknown' };
  if (body.text.trim() === '') return { kind: 'none' };
  try {
    return { kind: 'json', value: JSON.parse(stripByteOrderMark(body.text)) };
  } catch {
    // Nothing is saved of what is broken: `body-not-json` says so.
    return { kind: 'not-json', text: body.text };
  }
}

/** The log is in order of time: its exchanges before this one. One without a time has none before it. */
function before(exchange: Exchange, exchanges: readonly Exchange[]): readonly Exchange[] {
  const here = firstWhere(exchanges.length, (i) => !((exchanges[i] as Exchange).startedMs < exchange.startedMs));
  return exchanges.slice(0, here);
}
