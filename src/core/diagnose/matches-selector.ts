// Matches a selector of the catalogue against an exchange.

import type { AddressFaultId } from '../../catalogue/address-faults.ts';
import type { Selector } from '../../catalogue/diagnoses/row.ts';
import { isConnectionsRequest, isOneConnection } from '../match/connections.ts';
import { findAddressFault } from '../match/find-address-fault.ts';
import { isTokenRequest } from '../match/token-request.ts';
import { type Exchange, getHeader, isDirectToXero, isMadeByServer } from '../model/exchange.ts';
import { findConnector } from './connector.ts';
import { isFromXero } from './origin.ts';
import type { ParsedResponse } from './parse-response.ts';

/** What selectors are matched against. */
export interface Subject {
  readonly exchange: Exchange;
  readonly evidence: ParsedResponse;
  /** Computed once, because many selectors need it. */
  readonly addressFault: () => AddressFaultId | undefined;
}

/** `evidence` is the parsed response of the exchange. */
export function createSubject(exchange: Exchange, evidence: ParsedResponse): Subject {
  let found: { readonly fault: AddressFaultId | undefined } | undefined;
  return {
    exchange,
    evidence,
    addressFault() {
      found ??= { fault: findAddressFault(exchange) };
      return found.fault;
    },
  };
}

/** All conditions of the selector must match. */
export function matchesSelector(selector: Selector, subject: Subject): boolean {
  const { exchange, evidence } = subject;
  if (selector.failure !== exchange.failure?.kind && (selector.failure || selector.status)) return false;
  if (selector.via && !isVia[selector.via](exchange)) return false;
  if (!includesStatus(selector, evidence.status)) return false;
  if (selector.shape && !selector.shape.includes(evidence.shape)) return false;
  if (selector.bodyIncludes && !selector.bodyIncludes.some((each) => evidence.searchText.includes(each))) return false;
  if (selector.header && !headerMatches(selector.header, evidence)) return false;
  if (selector.origin === 'unknown' && isFromXero(exchange, evidence)) return false;
  if (selector.address && !addressMatches(selector.address, subject)) return false;
  return !selector.not?.some((each) => matchesSelector(each, subject));
}

const isVia: Readonly<Record<NonNullable<Selector['via']>, (exchange: Exchange) => boolean>> = {
  proxy: (exchange) => !isDirectToXero(exchange),
  connections: isConnectionsRequest,
  connection: isOneConnection,
  identity: isTokenRequest,
  server: isMadeByServer,
  connector: (exchange) => findConnector(exchange) !== undefined,
};

function addressMatches(faults: NonNullable<Selector['address']>, { addressFault }: Subject): boolean {
  const found = addressFault();
  return found !== undefined && faults.includes(found);
}

/** Whether the selector can match a response with this status. */
export function includesStatus(selector: Selector, status: number): boolean {
  return selector.status?.some((each) => statusMatches(each, status)) ?? true;
}

function statusMatches(expected: number | string, status: number): boolean {
  return typeof expected === 'number' ? expected === status : expected === `${Math.floor(status / 100)}xx`;
}

function headerMatches({ name, includes }: NonNullable<Selector['header']>, { headers }: ParsedResponse): boolean {
  const value = getHeader(headers, name)?.toLowerCase();
  if (value === undefined) return false;
  return includes.length === 0 || includes.some((each) => value.includes(each));
}
