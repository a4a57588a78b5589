// Reads an exchange once for all checks.

import { isSuccess } from '../../diagnose/outcome.ts';
import { isConnections } from '../../match/connections.ts';
import { getOperation } from '../../match/match-operation.ts';
import type { Body, Exchange } from '../../model/exchange.ts';
import { parseQuery } from '../../model/query.ts';
import { lowerBound } from '../../text/binary-search.ts';
import { stripBom } from '../../text/parse-json.ts';
import { MAX_PARSE_CHARS, tryParseJson } from '../../text/try-parse-json.ts';
import type { CheckContext, ParsedBody } from './check.ts';

/** `exchanges` is the log, in order of time. Never throws. */
export function createContext(exchange: Exchange, exchanges: readonly Exchange[]): CheckContext {
  const { match, request, response } = exchange;
  return {
    exchange,
    operation: match.operation === undefined ? undefined : getOperation(match.operation),
    requestBody: read(request.body),
    responseBody: isSuccess(exchange) ? read(response.body) : { kind: 'unknown' },
    query: parseQuery(request.url),
    earlier: earlierThan(exchange, exchanges),
  };
}

/** Whether checks of later exchanges depend on it: it used an Idempotency-Key, or it is a response of `/connections`. */
export function affectsLaterChecks(exchange: Exchange): boolean {
  return isConnections(exchange) || exchange.request.headers.some(([name]) => name === 'idempotency-key');
}

function read(body: Body): ParsedBody {
  if (body.kind === 'none') return { kind: 'none' };
  if (body.kind !== 'text' || body.missingChars !== undefined || body.text.length > MAX_PARSE_CHARS)
    return { kind: 'unknown' };
  if (body.text.trim() === '') return { kind: 'none' };
  const value = tryParseJson(stripBom(body.text));
  return value === undefined ? { kind: 'not-json', text: body.text } : { kind: 'json', value };
}

/** Exchanges that started before this one; none for an exchange without a time. */
function earlierThan(exchange: Exchange, exchanges: readonly Exchange[]): readonly Exchange[] {
  const here = lowerBound(exchanges.length, (i) => !((exchanges[i] as Exchange).startedMs < exchange.startedMs));
  return exchanges.slice(0, here);
}
