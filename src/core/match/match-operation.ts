// Matches a request to an operation of the Projects API by its method and URL.

import { type MistakenRoot, mistakenRoots } from '../../catalogue/address-faults.ts';
import { apiHost, apiRoot, identityHost, tokenPath } from '../../catalogue/api-address.ts';
import { type OperationId, type OperationRow, operations } from '../../catalogue/operations.ts';
import type { OperationMatch } from '../model/operation-match.ts';
import { MAX_URL_CHARS } from '../text/url.ts';

/**
 * `undefined` if the URL is not for Xero Projects.
 * `mappings` are URLs (`https://app.example/api/xero/`) or paths (`/api/xero/`) that map to the API root.
 */
export function matchOperation(
  method: string,
  url: string,
  mappings: readonly string[] = [],
): OperationMatch | undefined {
  if (mappings.length === 0 && !mayMatch(url)) return undefined;
  const address = parseHttpUrl(url);
  if (address === undefined) return undefined;
  const mapped = pathBelowMapping(address, mappings);
  if (mapped !== undefined) return createMatch('mapped', method, mapped.path);
  const path = pathBelowRoot(address.pathname);
  if (address.hostname === apiHost) return createMatch('host', method, path);
  if (address.hostname === identityHost && normalizePath(address.pathname) === tokenPath) {
    return createMatch('host', method, undefined);
  }
  if (path !== undefined) return createMatch('path', method, path);
  // Listed too, because their addresses are what is wrong.
  const mistaken = findMistakenRoot(address)?.row;
  if (mistaken === undefined) return undefined;
  return createMatch(mistaken.fault === 'web-app' ? 'host' : 'path', method, undefined);
}

/** The part of the path that should be the API root. */
export function findMistakenRoot({
  hostname,
  pathname,
}: URL): { readonly row: MistakenRoot; readonly root: string; readonly rest: string } | undefined {
  for (const row of mistakenRoots) {
    const found = row.host?.test(hostname) === false ? null : row.path.exec(pathname);
    if (found === null) continue;
    const rest = pathname.slice(found.index + found[0].length);
    return { row, root: found[0], rest: rest === '' || rest === '/' ? '' : normalizePath(rest) };
  }
  return undefined;
}

/** The methods that the API supports for this path; empty if the path is not the API's. */
export function allowedMethods(path: string): OperationRow['method'][] {
  return operations.filter((row) => matches(row.path, path)).map((row) => row.method);
}

export function getOperation(id: OperationId): OperationRow {
  const row = operations.find((each) => each.id === id);
  if (row === undefined) throw new Error(`\`${id}\` is no operation of the Projects API.`);
  return row;
}

/** A fast check that avoids parsing most URLs: Xero's host and path both contain `xro` or `xero`, unless percent-encoded or not ASCII. */
function mayMatch(url: string): boolean {
  return /xe?ro|[^!-~]|%|projects\/v?2\.0\//i.test(url.slice(0, MAX_URL_CHARS));
}

/** `undefined` unless it is an HTTP URL. */
export function parseHttpUrl(url: string): URL | undefined {
  if (!/^https?:/i.test(url)) return undefined;
  const address = url.slice(0, MAX_URL_CHARS);
  return URL.canParse(address) ? new URL(address) : undefined;
}

/** `path` is `undefined` for what is Xero's but outside the Projects API. */
function pathBelowMapping(address: URL, mappings: readonly string[]): { path: string | undefined } | undefined {
  for (const mapping of mappings) {
    const prefix = mapping.startsWith('/') ? `${address.origin}${mapping}` : mapping;
    const base = prefix.toLowerCase().replace(/\/+$/, '');
    const whole = `${address.origin}${address.pathname}`;
    const rest = whole.slice(base.length);
    if (base !== '' && whole.toLowerCase().startsWith(base) && (rest === '' || rest.startsWith('/'))) {
      // A prefix may end within the root, before `2.0`.
      const isBelowRoot = base.includes(apiRoot);
      const path = pathBelowRoot(rest) ?? (isBelowRoot ? undefined : pathBelowRoot(address.pathname));
      if (path !== undefined) return { path };
      const relative = normalizePath(rest);
      return { path: !isBelowRoot && isOutside(relative) ? undefined : relative };
    }
  }
  return undefined;
}

function pathBelowRoot(pathname: string): string | undefined {
  const at = pathname.toLowerCase().indexOf(apiRoot);
  if (at === -1) return undefined;
  const rest = pathname.slice(at + apiRoot.length);
  // `projects.xro/2.01` is another version, not this root.
  return rest === '' || rest.startsWith('/') ? normalizePath(rest) : undefined;
}

/** A prefix often maps to Xero's host, so that `/connections` and other APIs are below it too. */
function isOutside(path: string): boolean {
  return /^\/(?:connections$|\w+\.xro(?:\/|$))/i.test(path);
}

/** Without empty segments and a trailing slash. */
export function normalizePath(path: string): string {
  return `/${path.split('/').filter(Boolean).join('/')}`;
}

export function createMatch(
  matchedBy: OperationMatch['matchedBy'],
  method: string,
  path: string | undefined,
): OperationMatch {
  const upper = method.toUpperCase();
  const row = path && operations.find((each) => each.method === upper && matches(each.path, path));
  return { matchedBy, path, operation: row ? row.id : undefined };
}

function matches(template: string, path: string): boolean {
  const expected = template.split('/');
  const actual = path.split('/');
  return (
    expected.length === actual.length &&
    expected.every((part, i) => part.startsWith('{') || part.toLowerCase() === actual[i]?.toLowerCase())
  );
}
