// Creates exchanges from the entries that a recorder sent. They are read as those of a file are: nothing in them is trusted.

import { createExchange } from '../capture/create-exchange.ts';
import type { BrowserEntry } from '../capture/har-entry.ts';
import { createHeaderReader } from '../capture/header-reader.ts';
import { readResponseBody } from '../capture/read-response-body.ts';
import { toRecord, toShortText } from '../core/har/bounded-values.ts';
import { matchOperation } from '../core/match/match-operation.ts';
import type { Body, Exchange, Failure } from '../core/model/exchange.ts';
import type { ServerEntry } from '../core/server-requests/parse-recorder-response.ts';
import { normalizeEntry } from './normalize-entry.ts';

interface ServerEntryOptions {
  readonly mappings: readonly string[];
  readonly nextId: () => number;
}

/** The exchanges with Xero. An entry that can't be read doesn't affect the others. */
export async function createServerExchanges(
  entries: readonly ServerEntry[],
  options: ServerEntryOptions,
): Promise<Exchange[]> {
  const readHeaders = createHeaderReader();
  const exchanges: Exchange[] = [];
  for (const each of entries) {
    const exchange = await createServerExchange(each, options, readHeaders).catch(() => undefined);
    if (exchange) exchanges.push(exchange);
  }
  return exchanges;
}

async function createServerExchange(
  { entry: raw, origin }: ServerEntry,
  { mappings, nextId }: ServerEntryOptions,
  readHeaders: ReturnType<typeof createHeaderReader>,
): Promise<Exchange | undefined> {
  const entry = normalizeEntry(withOwnError(raw));
  if (typeof entry === 'string') return undefined;
  const { method, url } = entry.request;
  const match = matchOperation(method, url, mappings);
  if (match === undefined) return undefined;
  const exchange = createExchange(entry, { id: 0, match, readHeaders });
  const { request, response } = exchange;
  const { kind } = response.body;
  const body = kind === 'pending' ? await readResponseBody(entry as BrowserEntry) : response.body;
  return {
    ...exchange,
    id: nextId(),
    source: 'server',
    request: { ...request, body: withComment(request.body, toRecord(toRecord(raw).request).postData) },
    response: { ...response, body: withComment(body, toRecord(toRecord(raw).response).content) },
    failure: describeFailure(exchange),
    server: origin,
  };
}

/** The error of a request without a response may be beside the response instead of in it. */
function withOwnError(raw: object): object {
  const { _error, response } = raw as Record<string, unknown>;
  return _error === undefined ? raw : { ...raw, response: { _error, ...toRecord(response) } };
}

/** What browsers do to requests, such as blocking them, doesn't happen on a server. */
function describeFailure({ failure, response: { status } }: Exchange): Failure | undefined {
  const message = failure?.message ?? '';
  if (status > 0 && message === '') return undefined;
  return { kind: cancelled.test(message) ? 'aborted' : 'network', message };
}

/** Names and codes of errors in Node and Python. */
const cancelled = /\b(?:AbortError|ABORT_ERR|ERR_CANCELED|UND_ERR_ABORTED|CancelledError)\b/;

/** `part` is the entry's `postData` or `content`. */
function withComment(body: Body, part: unknown): Body {
  const { comment, text } = toRecord(part);
  const detail = toShortText(comment, MAX_COMMENT_CHARS);
  const isMissing = body.kind === 'unavailable' || (body.kind === 'none' && detail && text === undefined);
  if (!isMissing) return body;
  const bytes = body.kind === 'unavailable' ? body.bytes : undefined;
  return { kind: 'unavailable', reason: 'not-recorded', bytes, ...(detail && { detail }) };
}

const MAX_COMMENT_CHARS = 200;
