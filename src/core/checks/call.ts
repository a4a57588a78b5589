// Reads an exchange once for all checks.

import type { Body, Exchange } from '../exchange.ts';
import { readJson } from '../read-json.ts';
import { operation } from '../recognise.ts';
import type { Call, ReadBody } from './check.ts';

/** Longer bodies are not held against the documentation: reading them would hold up the panel. Characters. */
const longestRead = 2_097_152;

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

/** Xero did what it was asked, and the page got to know. */
export function isSuccess({ failure, response: { status } }: Exchange): boolean {
  return failure === undefined && status >= 200 && status < 300;
}

function read(body: Body): ReadBody {
  if (body.kind === 'none') return { kind: 'none' };
  if (body.kind !== 'text' || body.text.length > longestRead) return { kind: 'unknown' };
  if (body.text.trim() === '') return { kind: 'none' };
  const json = readJson(body.text);
  return json.kind === 'json'
    ? { kind: 'json', value: json.value }
    : { kind: 'not-json', text: body.text, problem: json.problem };
}

function queryOf(url: string): [string, string][] {
  const at = url.indexOf('?');
  return at === -1 ? [] : [...new URLSearchParams(url.slice(at + 1, at + 16_384).split('#')[0])];
}

/** The log is in order of time: its exchanges before this one. One without a time has none before it. */
function before(exchange: Exchange, exchanges: readonly Exchange[]): readonly Exchange[] {
  let [from, to] = [0, exchanges.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((exchanges[middle] as Exchange).startedMs < exchange.startedMs) from = middle + 1;
    else to = middle;
  }
  return exchanges.slice(0, from);
}
