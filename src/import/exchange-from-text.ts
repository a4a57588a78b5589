// Creates an exchange from a pasted response: raw HTTP, the output of `curl -i` or `curl -v`, or just a body.

import { createTextBody } from '../capture/har-entry.ts';
import { createHeaderReader } from '../capture/header-reader.ts';
import { apiAddress, apiHost } from '../catalogue/api-address.ts';
import { diagnose } from '../core/diagnose/diagnose.ts';
import { matchOperation } from '../core/match/match-operation.ts';
import type { Body, Exchange } from '../core/model/exchange.ts';
import type { OperationMatch } from '../core/model/operation-match.ts';
import { redactAndBound } from '../core/secrets/bounded-text.ts';
import { parseJsonLenient } from '../core/text/parse-json.ts';
import { type PastedRequest, type PastedResponse, parseHttpText } from './parse-http-text.ts';

export interface PastedExchange {
  readonly exchange: Exchange;
  /** Whether the text contains the request. If not, the exchange has a placeholder GET that no check applies to. */
  readonly hasRequest: boolean;
  /** Whether the text contains the status. If not, the status is inferred from the body, or 0 if that is not possible. */
  readonly hasStatus: boolean;
}

export interface PasteOptions {
  readonly id: number;
  /** Used if the response has no `Date` header. */
  readonly nowMs: number;
  readonly mappings?: readonly string[];
}

/** Any text yields an exchange; `undefined` only if the text is blank. */
export function exchangeFromText(
  pasted: string,
  { id, nowMs, mappings = [] }: PasteOptions,
): PastedExchange | undefined {
  const trimmed = pasted.trimStart();
  if (trimmed === '') return undefined;
  const text = trimmed.slice(0, MAX_PASTED_CHARS);
  const unreadChars = trimmed.length - text.length;
  const { request, response } = parseHttpText(text);
  const parsed = buildExchange(request, response, { id, nowMs, mappings, unreadChars });
  const exchange = response.status === undefined ? inferStatus(parsed) : parsed;
  return { exchange, hasRequest: request !== undefined, hasStatus: response.status !== undefined };
}

/** Longer than the stored part of a body. What follows is counted, not read. */
const MAX_PASTED_CHARS = 2_000_000;

const placeholderMatch: OperationMatch = { matchedBy: 'mapped', path: '/', operation: undefined };
const placeholderUrl = `${apiAddress}/`;

function buildExchange(
  request: PastedRequest | undefined,
  response: PastedResponse,
  { id, nowMs, mappings, unreadChars }: Required<PasteOptions> & { readonly unreadChars: number },
): Exchange {
  const readHeaders = createHeaderReader();
  const { token: _, ...responseHeaders } = readHeaders(response.headers);
  const date = Date.parse(responseHeaders.headers.find(([name]) => name === 'date')?.[1] ?? '');
  const method = request?.method ?? 'GET';
  const url = redactAndBound(request ? requestUrl(request) : placeholderUrl);
  return {
    id,
    source: 'import',
    startedMs: Number.isNaN(date) ? nowMs : date,
    durationMs: undefined,
    match: (request && matchOperation(method, url, mappings)) ?? placeholderMatch,
    request: {
      method,
      url,
      ...readHeaders(request?.headers),
      body: createTextBody(request?.body ?? ''),
    },
    response: {
      status: response.status ?? 0,
      statusText: redactAndBound(response.statusText),
      ...responseHeaders,
      body: createTextBody(response.body, unreadChars),
    },
    failure: undefined,
    preflight: undefined,
    viaServiceWorker: false,
  };
}

function requestUrl({ target, headers }: PastedRequest): string {
  if (/^https?:\/\//i.test(target)) return target;
  const host = headers.find(({ name }) => name.toLowerCase() === 'host')?.value.trim();
  const path = target.startsWith('/') ? target : `/${target}`;
  // Without a host, the path alone decides whether the request is to Xero.
  return `https://${host || apiHost}${path}`;
}

/** Xero's error envelopes contain the status, and some messages occur with one status only; any other JSON counts as success. */
function inferStatus(exchange: Exchange): Exchange {
  const withStatus = (status: number): Exchange => ({ ...exchange, response: { ...exchange.response, status } });
  const candidates = [400, 401, 403, 404, 429, 500, 503].map((status) => diagnose(withStatus(status)));
  const [first] = candidates;
  const shape = first?.evidence.shape;
  if (first && (shape === 'problem' || shape === 'model-state') && first.evidence.status !== 400) {
    return withStatus(first.evidence.status);
  }
  const byMessage = candidates.find(({ row, evidence }) =>
    row.when.some(({ bodyIncludes = [] }) => bodyIncludes.some((each) => evidence.searchText.includes(each))),
  );
  if (byMessage) return withStatus(byMessage.evidence.status);
  if (shape === 'model-state' || shape === 'accounting-error' || shape === 'identity-error') return withStatus(400);
  return isJson(exchange.response.body) && shape !== 'problem' ? withStatus(200) : exchange;
}

function isJson(body: Body): boolean {
  return body.kind === 'text' && /^\s*[{[]/.test(body.text) && parseJsonLenient(body.text).kind === 'json';
}
