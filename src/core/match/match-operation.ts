// Tells from method and address alone whether a call is for the Projects API, and which operation it is.

import { apiHost, apiRoot } from '../../catalogue/api-address.ts';
import { type OperationId, type OperationRow, operations } from '../../catalogue/operations.ts';
import type { OperationMatch } from '../model/operation-match.ts';
import { MAX_URL_CHARS } from '../text/url.ts';

/**
 * `undefined`: the call is not for Xero Projects, as far as its address tells.
 * `mappings` are addresses (`https://app.example/api/xero/`) or paths (`/api/xero/`) that stand for the API root.
 */
export function matchOperation(
  method: string,
  url: string,
  mappings: readonly string[] = [],
): OperationMatch | undefined {
  if (mappings.length === 0 && !mayBeXeros(url)) return undefined;
  const address = parse(url);
  if (address === undefined) return undefined;
  const mapped = pathBelowMapping(address, mappings);
  if (mapped !== undefined) return found('mapped', method, isOutside(mapped) ? undefined : mapped);
  const path = pathBelowRoot(address.pathname);
  if (address.hostname === apiHost) return found('host', method, path);
  return path === undefined ? undefined : found('path', method, path);
}

/** The methods that the API takes at this path; empty where the path is none of the API's. */
export function allowedMethods(path: string): OperationRow['method'][] {
  return operations.filter((row) => matches(row.path, path)).map((row) => row.method);
}

/** The row of an operation. */
export function getOperation(id: OperationId): OperationRow {
  const row = operations.find((each) => each.id === id);
  if (row === undefined) throw new Error(`\`${id}\` is no operation of the Projects API.`);
  return row;
}

/** Most addresses need not be taken apart: Xero's host and its path both show in them, but for escapes, and signs that are no ASCII's. */
function mayBeXeros(url: string): boolean {
  return /xe?ro|[^!-~]|%/i.test(url.slice(0, MAX_URL_CHARS));
}

function parse(url: string): URL | undefined {
  if (!/^https?:/i.test(url)) return undefined;
  const address = url.slice(0, MAX_URL_CHARS);
  return URL.canParse(address) ? new URL(address) : undefined;
}

function pathBelowMapping(address: URL, mappings: readonly string[]): string | undefined {
  for (const mapping of mappings) {
    const prefix = mapping.startsWith('/') ? `${address.origin}${mapping}` : mapping;
    const base = prefix.toLowerCase().replace(/\/+$/, '');
    const whole = `${address.origin}${address.pathname}`;
    const rest = whole.slice(base.length);
    if (base !== '' && whole.toLowerCase().startsWith(base) && (rest === '' || rest.startsWith('/'))) {
      // A prefix may end in the middle of the root: before `2.0`.
      const isBelowRoot = base.includes(apiRoot);
      return pathBelowRoot(rest) ?? (isBelowRoot ? undefined : pathBelowRoot(address.pathname)) ?? tidy(rest);
    }
  }
  return undefined;
}

function pathBelowRoot(pathname: string): string | undefined {
  const at = pathname.toLowerCase().indexOf(apiRoot);
  if (at === -1) return undefined;
  const rest = pathname.slice(at + apiRoot.length);
  // `projects.xro/2.01` is another version, not this root.
  return rest === '' || rest.startsWith('/') ? tidy(rest) : undefined;
}

/** A prefix often stands for all of Xero's host: then `/connections` and its other APIs lie below it too. */
function isOutside(path: string): boolean {
  return /^\/(?:connections$|\w+\.xro\/)/i.test(path);
}

function tidy(path: string): string {
  return `/${path.split('/').filter(Boolean).join('/')}`;
}

function found(matchedBy: OperationMatch['matchedBy'], method: string, path: string | undefined): OperationMatch {
  const upper = method.toUpperCase();
  const row = path && operations.find((each) => each.method === upper && matches(each.path, path));
  return { matchedBy, path, operation: row ? row.id : undefined };
}

function matches(template: string, path: string): boolean {
  const expected = template.split('/');
  const given = path.split('/');
  return (
    expected.length === given.length &&
    expected.every((part, i) => part.startsWith('{') || part.toLowerCase() === given[i]?.toLowerCase())
  );
}
