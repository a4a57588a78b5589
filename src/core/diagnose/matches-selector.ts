// Whether a selector of the catalogue fits an answer.

import type { Selector } from '../../catalogue/diagnoses/row.ts';
import { isConnectionsRequest } from '../match/connections.ts';
import { type Exchange, getHeader, isDirectToXero } from '../model/exchange.ts';
import { isFromXero } from './origin.ts';
import type { ParsedResponse } from './parse-response.ts';

/** All that the selector gives must hold. */
export function matchesSelector(selector: Selector, exchange: Exchange, seen: ParsedResponse): boolean {
  if (selector.failure !== exchange.failure?.kind && (selector.failure || selector.status)) return false;
  if (selector.via && !isAt[selector.via](exchange)) return false;
  if (selector.status && !selector.status.some((each) => statusMatches(each, seen.status))) return false;
  if (selector.shape && !selector.shape.includes(seen.shape)) return false;
  if (selector.bodyIncludes && !selector.bodyIncludes.some((each) => seen.searchText.includes(each))) return false;
  if (selector.header && !headerFits(selector.header, exchange)) return false;
  if (selector.origin === 'unknown' && isFromXero(exchange, seen)) return false;
  return !selector.not?.some((each) => matchesSelector(each, exchange, seen));
}

const isAt: Readonly<Record<NonNullable<Selector['via']>, (exchange: Exchange) => boolean>> = {
  proxy: (exchange) => !isDirectToXero(exchange),
  connections: isConnectionsRequest,
};

function statusMatches(expected: number | string, status: number): boolean {
  return typeof expected === 'number' ? expected === status : expected === `${Math.floor(status / 100)}xx`;
}

function headerFits({ name, includes }: NonNullable<Selector['header']>, exchange: Exchange): boolean {
  const value = getHeader(exchange.response.headers, name)?.toLowerCase();
  if (value === undefined) return false;
  return includes.length === 0 || includes.some((each) => value.includes(each));
}
