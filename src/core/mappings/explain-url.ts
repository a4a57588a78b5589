// Explains how a URL is matched, for a user who wonders why a request is not recognised.

import type { OperationId } from '../../catalogue/operations.ts';
import { rootFault } from '../match/find-address-fault.ts';
import { allowedMethods, getOperation, matchOperation } from '../match/match-operation.ts';
import type { OperationMatch } from '../model/operation-match.ts';
import { quote } from '../text/quote.ts';
import { parseMappings } from './mappings.ts';
import { suggestMapping } from './suggest-mapping.ts';

export type UrlExplanation =
  | { readonly kind: 'unreadable'; readonly message: string }
  | {
      readonly kind: 'unrecognised';
      readonly host: string;
      readonly path: string;
      readonly message: string;
      /** The prefix to map, if the path suggests one. */
      readonly prefix: string | undefined;
    }
  | {
      readonly kind: 'recognised';
      readonly host: string;
      readonly path: string;
      readonly tier: OperationMatch['matchedBy'];
      /** The mapping that applies, and its line number. */
      readonly mapping: { readonly number: number; readonly line: string } | undefined;
      /** Relative to the API root. */
      readonly apiPath: string | undefined;
      readonly operation: { readonly id: OperationId; readonly summary: string } | undefined;
      readonly message: string;
    };

/** `mappings`: as typed, with empty lines. A path without a host is one of the page's own. */
export function explainUrl(method: string, address: string, mappings: readonly string[]): UrlExplanation {
  const typed = address.trim();
  const url = /^\/(?!\/)/.test(typed) ? `http://localhost${typed}` : typed;
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) {
    return { kind: 'unreadable', message: 'Start with `https://`, `http://`, or `/` for a path on your page’s host.' };
  }
  const { host, pathname } = new URL(url);
  const recognition = matchOperation(method, url, parseMappings(mappings));
  const shared = { host: url === typed ? host : '', path: pathname };
  if (recognition === undefined) {
    const { prefix } = suggestMapping({ method, url, requestHeaders: [], responseHeaders: [] }) ?? {};
    return { kind: 'unrecognised', ...shared, message: whyNot(prefix), prefix };
  }
  const { operation: id } = recognition;
  const summary = id && getOperation(id).summary;
  return {
    kind: 'recognised',
    ...shared,
    tier: recognition.matchedBy,
    mapping: recognition.matchedBy === 'mapped' ? mappingOf(method, url, mappings) : undefined,
    apiPath: recognition.path,
    operation: id && summary ? { id, summary } : undefined,
    message: summary ?? faultOf(method, url, recognition) ?? noOperation(method, recognition.path),
  };
}

function whyNot(prefix: string | undefined): string {
  const why = 'The host isn’t `api.xero.com`, the path has no `projects.xro/2.0`, and no mapping matches.';
  return prefix === undefined ? why : `${why} It ends like an API path.`;
}

/** What is wrong with the root of the address. */
function faultOf(method: string, url: string, match: OperationMatch): string | undefined {
  const found = rootFault({ match, request: { method, url } });
  if (found === undefined) return undefined;
  if (found.fault === 'web-app') return 'Xero’s web app and its private service. No mapping needed.';
  return `The URL is wrong. It should be ${quote(found.meant, 160)}.`;
}

function noOperation(method: string, path: string | undefined): string {
  if (path === undefined) return 'A Xero URL, but outside the Projects API.';
  const methods = allowedMethods(path);
  return methods.length === 0
    ? 'The Projects API has no operation with this path.'
    : `No operation uses ${method.toUpperCase()} here. The API supports ${methods.join(', ')}.`;
}

function mappingOf(
  method: string,
  url: string,
  mappings: readonly string[],
): { number: number; line: string } | undefined {
  const used = parseMappings(mappings).find((each) => matchOperation(method, url, [each])?.matchedBy === 'mapped');
  // Empty lines count, as in the settings.
  const lines = mappings.map((line) => line.trim());
  const index = lines.findIndex((line) => line !== '' && parseMappings([line])[0] === used);
  return index === -1 ? undefined : { number: index + 1, line: lines[index] as string };
}
