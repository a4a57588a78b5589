// The searchable fields of an exchange, in display order.

import type { Body, Exchange } from '../model/exchange.ts';
import { headerLine, requestLine, statusLine } from './lines.ts';

export type SearchField =
  | 'request-line'
  | 'request-body'
  | 'request-header'
  | 'status-line'
  | 'response-body'
  | 'response-header';

interface SearchFieldRow {
  readonly field: SearchField;
  /** The tab that shows the field. */
  readonly tab: 'request' | 'response';
  readonly title: string;
  /** One text per header for headers. The token is in none of them, because it is not stored. */
  readonly textsOf: (exchange: Exchange) => readonly string[];
}

export const searchFields: readonly SearchFieldRow[] = [
  { field: 'request-line', tab: 'request', title: 'Request', textsOf: ({ request }) => [requestLine(request)] },
  { field: 'request-body', tab: 'request', title: 'Request body', textsOf: ({ request }) => textOf(request.body) },
  {
    field: 'request-header',
    tab: 'request',
    title: 'Request header',
    textsOf: ({ request }) => request.headers.map(([name, value]) => headerLine(name, value)),
  },
  { field: 'status-line', tab: 'response', title: 'Status', textsOf: ({ response }) => [statusLine(response)] },
  { field: 'response-body', tab: 'response', title: 'Response body', textsOf: ({ response }) => textOf(response.body) },
  {
    field: 'response-header',
    tab: 'response',
    title: 'Response header',
    textsOf: ({ response }) => response.headers.map(([name, value]) => headerLine(name, value)),
  },
];

const NO_TEXTS: readonly string[] = [];

function textOf(body: Body): readonly string[] {
  return body.kind === 'text' ? [body.text] : NO_TEXTS;
}

/** Whether a body cannot be searched because it is unavailable or pending. */
export function hasUnavailableBody({ request, response }: Exchange): boolean {
  return isUnavailable(request.body) || isUnavailable(response.body);
}

function isUnavailable({ kind }: Body): boolean {
  return kind === 'unavailable' || kind === 'pending';
}
