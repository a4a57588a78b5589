// What of an exchange is searched, in the order in which it is shown.

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
  /** The tab that shows it. */
  readonly tab: 'request' | 'response';
  readonly title: string;
  /** Many where the part is a list. The token is in none: it is not kept. */
  readonly textsOf: (exchange: Exchange) => readonly string[];
}

/** One more part is one more row. */
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

/** Whether there is, or was, a body that cannot be searched. */
export function hasUnavailableBody({ request, response }: Exchange): boolean {
  return isUnavailable(request.body) || isUnavailable(response.body);
}

function isUnavailable({ kind }: Body): boolean {
  return kind === 'lost' || kind === 'pending';
}
