// Whether a selector of the catalogue fits an answer.

import type { Selector } from '../../catalogue/diagnoses.ts';
import { isToConnections } from '../match/connections.ts';
import { type Exchange, header, isDirect } from '../model/exchange.ts';
import { isXeros } from './origin.ts';
import type { Evidence } from './parse-response.ts';

/** All that the selector gives must hold. */
export function selects(selector: Selector, exchange: Exchange, seen: Evidence): boolean {
  if (selector.failure !== exchange.failure?.kind && (selector.failure || selector.status)) return false;
  if (selector.at && !isAt[selector.at](exchange)) return false;
  if (selector.status && !selector.status.some((each) => statusFits(each, seen.status))) return false;
  if (selector.shape && !selector.shape.includes(seen.shape)) return false;
  if (selector.says && !selector.says.some((each) => seen.says.includes(each))) return false;
  if (selector.header && !headerFits(selector.header, exchange)) return false;
  if (selector.author === 'untold' && isXeros(exchange, seen)) return false;
  return !selector.unless?.some((each) => selects(each, exchange, seen));
}

const isAt: Readonly<Record<NonNullable<Selector['at']>, (exchange: Exchange) => boolean>> = {
  proxy: (exchange) => !isDirect(exchange),
  connections: isToConnections,
};

function statusFits(expected: number | string, status: number): boolean {
  return typeof expected === 'number' ? expected === status : expected === `${Math.floor(status / 100)}xx`;
}

function headerFits({ name, includes }: NonNullable<Selector['header']>, exchange: Exchange): boolean {
  const value = header(exchange.response.headers, name)?.toLowerCase();
  if (value === undefined) return false;
  return includes.length === 0 || includes.some((each) => value.includes(each));
}
