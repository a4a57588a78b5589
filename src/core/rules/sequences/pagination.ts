// Which page of which list a read requests, and what the response says about pages.

import { cachePerObject } from '../../model/cache-per-object.ts';
import type { Body } from '../../model/exchange.ts';
import type { ExchangeSummary } from '../../session/exchange-summary.ts';
import { parseJsonLenient } from '../../text/parse-json.ts';
import { MAX_PARSE_CHARS } from '../../text/try-parse-json.ts';

export interface RequestedPage {
  /** The URL in lower case, without its query. */
  readonly path: string;
  /** The path and all parameters except those for paging: equal for all pages of one list. */
  readonly list: string;
  /** `undefined` if the request doesn't name one. */
  readonly page: number | undefined;
  readonly size: number | undefined;
}

/** Parsed once for each request: the rules read the pages of up to 2,000 requests for each that the user selects. */
export const requestedPage = cachePerObject(parsePage);

function parsePage({ request, tenant }: ExchangeSummary): RequestedPage {
  const address = request.slice(request.indexOf(' ') + 1, request.length - tenant.length - 1);
  const [whole = ''] = address.split('#');
  const at = whole.indexOf('?');
  const path = (at === -1 ? whole : whole.slice(0, at)).toLowerCase();
  const parameters = new Map(
    at === -1 ? [] : [...new URLSearchParams(whole.slice(at + 1))].map(([name, value]) => [name.toLowerCase(), value]),
  );
  const page = count(parameters.get('page'));
  const size = count(parameters.get('pagesize'));
  parameters.delete('page');
  parameters.delete('pagesize');
  return { path, list: `${path}?${new URLSearchParams([...parameters])}`, page, size };
}

export interface PageInfo {
  readonly pageCount: number | undefined;
  readonly pageSize: number | undefined;
}

/** From `pagination` in the response. */
export function readPageInfo(body: Body | undefined): PageInfo {
  const nothing = { pageCount: undefined, pageSize: undefined };
  if (body?.kind !== 'text' || body.text.length > MAX_PARSE_CHARS || !body.text.includes('"pagination"'))
    return nothing;
  const json = parseJsonLenient(body.text);
  const value = json.kind === 'json' ? (json.value as { pagination?: Record<string, unknown> | null } | null) : null;
  const { pageCount, pageSize } = value?.pagination ?? {};
  return { pageCount: count(pageCount), pageSize: count(pageSize) };
}

/** `undefined` unless it is a positive integer. */
function count(value: unknown): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) && number > 0 ? number : undefined;
}
