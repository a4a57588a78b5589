// Makes an exchange of a response that somebody pasted: as it came over the wire, as `curl -i` or `curl -v` show it, or its body alone.

import { createTextBody } from '../capture/har-entry.ts';
import { createHeaderReader } from '../capture/header-reader.ts';
import { apiAddress, apiHost } from '../catalogue/api-address.ts';
import { diagnose } from '../core/diagnose/diagnose.ts';
import { matchOperation } from '../core/match/match-operation.ts';
import type { Body, Exchange } from '../core/model/exchange.ts';
import type { OperationMatch } from '../core/model/operation-match.ts';
import { redactSecrets } from '../core/secrets/redact-secrets.ts';
import { parseJsonLenient } from '../core/text/parse-json.ts';
import { type PastedRequest, type PastedResponse, parseHttpText } from './parse-http-text.ts';

export interface PastedExchange {
  readonly exchange: Exchange;
  /** The text told the request. Otherwise it stands as a GET of nothing in particular, and nothing can be said of it. */
  readonly hasRequest: boolean;
  /** The text told the status. Otherwise it is what the body tells; 0 where it tells none. */
  readonly hasStatus: boolean;
}

export interface PasteOptions {
  readonly id: number;
  /** Where the answer has no date. */
  readonly nowMs: number;
  readonly mappings?: readonly string[];
}

/** Any text gives an exchange; `undefined` only where there is nothing but space. */
export function exchangeFromText(
  pasted: string,
  { id, nowMs, mappings = [] }: PasteOptions,
): PastedExchange | undefined {
  const text = pasted.trimStart();
  if (text === '') return undefined;
  const { request, response } = parseHttpText(text);
  const made = exchangeOf(request, response, { id, nowMs, mappings });
  const exchange = response.status === undefined ? withStatusTold(made) : made;
  return { exchange, hasRequest: request !== undefined, hasStatus: response.status !== undefined };
}

const neutral: OperationMatch = { matchedBy: 'mapped', path: '/', operation: undefined };
const nowhere = `${apiAddress}/`;

function exchangeOf(
  request: PastedRequest | undefined,
  response: PastedResponse,
  { id, nowMs, mappings }: Required<PasteOptions>,
): Exchange {
  const readHeaders = createHeaderReader();
  const asked = readHeaders(request?.headers);
  const answered = readHeaders(response.headers).headers;
  const date = Date.parse(answered.find(([name]) => name === 'date')?.[1] ?? '');
  const method = request?.method ?? 'GET';
  const url = redactSecrets(request ? addressOf(request) : nowhere);
  return {
    id,
    startedMs: Number.isNaN(date) ? nowMs : date,
    durationMs: undefined,
    match: (request && matchOperation(method, url, mappings)) ?? neutral,
    request: { method, url, headers: asked.headers, token: asked.token, body: createTextBody(request?.body ?? '') },
    response: {
      status: response.status ?? 0,
      statusText: redactSecrets(response.statusText),
      headers: answered,
      body: createTextBody(response.body),
    },
    failure: undefined,
    preflight: undefined,
    viaServiceWorker: false,
  };
}

function addressOf({ target, headers }: PastedRequest): string {
  if (/^https?:\/\//i.test(target)) return target;
  const host = headers.find(({ name }) => name.toLowerCase() === 'host')?.value.trim();
  const path = target.startsWith('/') ? target : `/${target}`;
  // Without a host, the path alone tells whether it is Xero's.
  return `https://${host || apiHost}${path}`;
}

/** Xero's envelopes hold their status, and some sentences come with one status only; any other JSON is an answer that went well. */
function withStatusTold(exchange: Exchange): Exchange {
  const withStatus = (status: number): Exchange => ({ ...exchange, response: { ...exchange.response, status } });
  const tried = [400, 401, 403, 404, 429, 500, 503].map((status) => diagnose(withStatus(status)));
  const [first] = tried;
  const shape = first?.evidence.shape;
  if (first && (shape === 'problem' || shape === 'model-state') && first.evidence.status !== 400) {
    return withStatus(first.evidence.status);
  }
  const bySentence = tried.find(({ row, evidence }) =>
    row.when.some(({ bodyIncludes = [] }) => bodyIncludes.some((each) => evidence.searchText.includes(each))),
  );
  if (bySentence) return withStatus(bySentence.evidence.status);
  if (shape === 'model-state' || shape === 'accounting-error' || shape === 'identity-error') return withStatus(400);
  return isJson(exchange.response.body) && shape !== 'problem' ? withStatus(200) : exchange;
}

function isJson(body: Body): boolean {
  return body.kind === 'text' && /^\s*[{[]/.test(body.text) && parseJsonLenient(body.text).kind === 'json';
}
