// What is wrong with the address of a request: its root, its ids, or that the API has no such operation.

import { type AddressFaultId, type MistakenRoot, nonIds } from '../../catalogue/address-faults.ts';
import { apiAddress, apiRoot } from '../../catalogue/api-address.ts';
import type { Exchange } from '../model/exchange.ts';
import { percentDecode } from '../text/percent-decode.ts';
import { isUuid } from '../text/uuid.ts';
import { allowedMethods, findMistakenRoot, getOperation, parseHttpUrl } from './match-operation.ts';

type Addressed = Pick<Exchange, 'match'> & { readonly request: Pick<Exchange['request'], 'method' | 'url'> };

/** `undefined` for an address that the API has, and for Xero's other APIs. */
export function findAddressFault(exchange: Addressed): AddressFaultId | undefined {
  return rootFault(exchange)?.fault ?? pathFault(exchange);
}

export interface RootFault extends Pick<MistakenRoot, 'fault' | 'observed' | 'citation'> {
  readonly host: string;
  /** The part of the path that should be the root. */
  readonly root: string;
  /** The path below it, with a leading slash, or empty. */
  readonly rest: string;
  /** The address to use. */
  readonly meant: string;
}

/** What is wrong with the part of the address that should be the API root. */
export function rootFault({ match, request: { url } }: Addressed): RootFault | undefined {
  const { matchedBy } = match;
  // With a path, the root is there, and only the host may be wrong.
  if (match.path !== undefined && (matchedBy !== 'path' || !/xero\.com/i.test(url.slice(0, 100)))) return undefined;
  const address = parseHttpUrl(url);
  const found = address && findMistakenRoot(address);
  if (address === undefined || found === undefined) return undefined;
  const { row, root, rest } = found;
  const base = matchedBy === 'host' || row.fault === 'wrong-host' ? apiAddress : `/${apiRoot}`;
  return { ...row, host: address.hostname, root, rest, meant: `${base}${rest}` };
}

function pathFault({ match: { path, operation }, request }: Addressed): AddressFaultId | undefined {
  if (path === undefined) return undefined;
  const method = request.method.toUpperCase();
  const parts = path.split('/').slice(1);
  const ids = operation === undefined ? parts.slice(1) : idsOf(getOperation(operation).path, parts);
  if (isIdMissing(method, parts)) return 'id-missing';
  if (ids.some((each) => originOfNonId(each) !== undefined)) return 'id-not-filled-in';
  if (operation === undefined) return 'unsupported';
  return isIdRepeated(ids) ? 'id-repeated' : undefined;
}

function idsOf(template: string, parts: readonly string[]): string[] {
  const names = template.split('/').slice(1);
  return parts.filter((_, i) => names[i]?.startsWith('{'));
}

/** Whether the path, split at slashes, lacks an id: `/Projects//Tasks`, or `PUT /Projects/`. */
export function isIdMissing(method: string, [first = '', second = '', third, ...more]: readonly string[]): boolean {
  if (first.toLowerCase() !== 'projects' || more.length > 0) return false;
  if (third === undefined && second === '')
    return changesOne.has(method) && !allowedMethods('/Projects').some((each) => each === method);
  if (isCollection(second)) return true;
  return third !== undefined && isCollection(third) && changesOne.has(method);
}

const changesOne: ReadonlySet<string> = new Set(['PUT', 'PATCH', 'DELETE']);

function isCollection(part: string): boolean {
  return /^(?:tasks|time)$/i.test(part);
}

/** Why a text is no id; `undefined` for an id, also a malformed one. */
export function originOfNonId(part: string): string | undefined {
  const text = percentDecode(percentDecode(part));
  if (isUuid(text) && /[^{}0-]/.test(text)) return undefined;
  return nonIds.find((each) => each.text.test(text))?.origin;
}

/** Whether the first id, the project's, is repeated. */
export function isIdRepeated([first, ...others]: readonly string[]): boolean {
  return first !== undefined && isUuid(first) && others.some((each) => each.toLowerCase() === first.toLowerCase());
}
