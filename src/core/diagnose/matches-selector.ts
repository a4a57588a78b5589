// Matches a selector of the catalogue against an exchange.

import type { Selector } from '../../catalogue/diagnoses/row.ts';
import { isConnectionsRequest, isOneConnection } from '../match/connections.ts';
import { findAddressFault } from '../match/find-address-fault.ts';
import { isTokenRequest } from '../match/token-request.ts';
import { type Exchange, getHeader, isDirectToXero } from '../model/exchange.ts';
import { findConnector } from './connector.ts';
import { isFromXero } from './origin.ts';
import type { ParsedResponse } from './parse-response.ts';

/** All conditions of the selector must hold. */
export function matchesSelector(selector: Selector, exchange: Exchange, evidence: ParsedResponse): boolean {
  if (selector.failure !== exchange.failure?.kind && (selector.failure || selector.status)) return false;
  if (selector.via && !isVia[selector.via](exchange)) return false;
  if (selector.status && !selector.status.some((each) => statusMatches(each, evidence.status))) return false;
  if (selector.shape && !selector.shape.includes(evidence.shape)) return false;
  if (selector.bodyIncludes && !selector.bodyIncludes.some((each) => evidence.searchText.includes(each))) return false;
  if (selector.header && !headerMatches(selector.header, evidence)) return false;
  if (selector.origin === 'unknown' && isFromXero(exchange, evidence)) return false;
  if (selector.address && !addressMatches(selector.address, exchange)) return false;
  return !selector.not?.some((each) => matchesSelector(each, exchange, evidence));
}

const isVia: Readonly<Record<NonNullable<Selector['via']>, (exchange: Exchange) => boolean>> = {
  proxy: (exchange) => !isDirectToXero(exchange),
  connections: isConnectionsRequest,
  connection: isOneConnection,
  identity: isTokenRequest,
  connector: (exchange) => findConnector(exchange) !== undefined,
};

function addressMatches(faults: NonNullable<Selector['address']>, exchange: Exchange): boolean {
  const found = findAddressFault(exchange);
  return found !== undefined && faults.includes(found);
}

function statusMatches(expected: number | string, status: number): boolean {
  return typeof expected === 'number' ? expected === status : expected === `${Math.floor(status / 100)}xx`;
}

function headerMatches({ name, includes }: NonNullable<Selector['header']>, { headers }: ParsedResponse): boolean {
  const value = getHeader(headers, name)?.toLowerCase();
  if (value === undefined) return false;
  return includes.length === 0 || includes.some((each) => value.includes(each));
}
