// Matches an exchange that the inspector exported, perhaps where the user has mapped a proxy that is not mapped here.

import type { OperationMatch } from '../model/operation-match.ts';
import { createMatch, matchOperation, normalizePath, parseHttpUrl } from './match-operation.ts';

/**
 * As `matchOperation`. Where that finds nothing, the match that the file claims is used if the URL ends with its path: anybody can write a
 * file, so it never decides what the URL of a recognized request is.
 */
export function matchExported(
  method: string,
  url: string,
  { matchedBy, path }: Pick<OperationMatch, 'matchedBy' | 'path'>,
  mappings: readonly string[],
): OperationMatch | undefined {
  const match = matchOperation(method, url, mappings);
  // A pasted response without a request has the URL of the API root, but did not provably come from there.
  const isPlaceholder = match?.path === '/' && path === '/' && matchedBy === 'mapped';
  if (match !== undefined && !isPlaceholder) return match;
  const address = parseHttpUrl(url);
  if (address === undefined || matchedBy === 'host') return undefined;
  const whole = normalizePath(address.pathname);
  if (path === undefined) return outsideProjects.test(whole) ? { matchedBy, path, operation: undefined } : undefined;
  const suffix = suffixOf(whole, path);
  return matchedBy === 'path' || suffix === undefined ? undefined : createMatch('mapped', method, suffix);
}

/** Behind a proxy: `/connections` and Xero's other APIs. */
const outsideProjects = /\/(?:connections$|\w{1,40}\.xro\/)/i;

/** The end of `whole` that is the same path as `path`, which may be encoded in another way. */
function suffixOf(whole: string, path: string): string | undefined {
  const claimed = path.startsWith('/') ? parseHttpUrl(`https://any.example${path}`) : undefined;
  if (claimed === undefined) return undefined;
  const suffix = normalizePath(claimed.pathname);
  if (suffix === '/') return suffix;
  return whole.toLowerCase().endsWith(suffix.toLowerCase()) ? whole.slice(-suffix.length) : undefined;
}
