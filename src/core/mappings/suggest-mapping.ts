// Detects unrecognised requests that may be for Xero Projects behind a proxy, and suggests the prefix to map.

import { type OperationId, type OperationRow, operations } from '../../catalogue/operations.ts';
import { otherProducts } from '../../catalogue/other-products.ts';
import { matchOperation } from '../match/match-operation.ts';
import type { Certainty } from '../model/certainty.ts';
import type { MappingSuggestion } from '../model/operation-match.ts';
import { parseQuery } from '../model/query.ts';
import { redactSecrets } from '../secrets/redact-secrets.ts';
import { MAX_UNRELATED_URL_CHARS } from '../text/url.ts';
import { isHyphenatedUuid } from '../text/uuid.ts';
import { parseMappings } from './mappings.ts';

/** The data that suggestions are based on: header names, but no header values. */
export interface UnmatchedRequest {
  readonly method: string;
  readonly url: string;
  readonly requestHeaders: readonly string[];
  readonly responseHeaders: readonly string[];
}

/** Headers that only Xero uses, in lower case. */
const xeroHeaders: ReadonlySet<string> = new Set([
  'xero-tenant-id',
  'xero-correlation-id',
  'x-minlimit-remaining',
  'x-daylimit-remaining',
  'x-appminlimit-remaining',
  'x-rate-limit-problem',
]);

/** Xero's own hosts are not proxies. */
export function isXeroHost({ hostname }: URL): boolean {
  return /(?:^|\.)xero\.com$/i.test(hostname);
}

/** `name` is in lower case. */
export function isXeroHeader(name: string): boolean {
  return xeroHeaders.has(name);
}

/** How distinctive the end of a path is. `own`: hardly any other API has it. `id`: a project by its id. `bare`: `/Projects`. */
type Shape = 'distinctive' | 'withId' | 'bare';

/** The first match applies. */
const rules: readonly {
  readonly hasHeader?: true;
  /** The host or the prefix contains `xero`. */
  readonly namesXero?: true;
  /** The query has a parameter that hardly any other API has. */
  readonly hasParameter?: true;
  /** The path has a segment `projects` below the one with `xero`. */
  readonly namesProjects?: true;
  readonly shapes: readonly (Shape | undefined)[];
  readonly certainty: Certainty;
}[] = [
  { hasHeader: true, shapes: ['distinctive', 'withId', 'bare'], certainty: 'certain' },
  { shapes: ['distinctive'], certainty: 'likely' },
  { namesXero: true, shapes: ['withId', 'bare'], certainty: 'likely' },
  { hasParameter: true, shapes: ['withId', 'bare'], certainty: 'likely' },
  { shapes: ['withId', 'bare'], certainty: 'possible' },
  { hasHeader: true, namesXero: true, shapes: [undefined], certainty: 'possible' },
  { namesProjects: true, shapes: [undefined], certainty: 'possible' },
];

/** `undefined` if nothing suggests Xero Projects. `url` may be any text. */
export function suggestMapping(request: UnmatchedRequest): MappingSuggestion | undefined {
  const header = [...request.requestHeaders, ...request.responseHeaders].find(isXeroHeader);
  if (header === undefined && !/projects/i.test(request.url.slice(0, MAX_UNRELATED_URL_CHARS))) return undefined;
  const address = parse(request.url);
  if (address === undefined || isXeroHost(address)) return undefined;
  const parts = address.pathname.split('/').filter(Boolean);
  // The path of another Xero API.
  if (parts.some((part) => /\.xro$/i.test(part))) return undefined;
  if (header === undefined && isOtherProduct(address)) return undefined;
  const found = findShape(request.method, parts);
  const before = found ? parts.slice(0, parts.length - found.length) : prefixUpToXero(parts);
  const namesXero = /xero/i.test(address.hostname) || before.some((part) => /xero/i.test(part));
  const rule = rules.find(
    (each) =>
      each.shapes.includes(found?.shape) &&
      (!each.hasHeader || header !== undefined) &&
      (!each.namesXero || namesXero) &&
      (!each.hasParameter || hasOwnParameter(found?.operation, request.url)) &&
      (!each.namesProjects || isRouteForProjects(parts.slice(before.length), before.length > 0)),
  );
  const prefix = [address.origin, ...before].join('/');
  if (rule === undefined || !canMap(prefix, request)) return undefined;
  return { prefix, certainty: rule.certainty, operation: found?.operation, header };
}

/** Whether the API at the address is known to be another product's. */
function isOtherProduct({ hostname, pathname }: URL): boolean {
  return otherProducts.some(({ host, path }) => host?.test(hostname) || path?.test(pathname.toLowerCase()));
}

/** Whether the query has a parameter of the operation that hardly any other API has, with a value that it takes. */
function hasOwnParameter(id: OperationId | undefined, url: string): boolean {
  const row: OperationRow | undefined = operations.find((each) => each.id === id);
  if (row === undefined) return false;
  return parseQuery(url).some(([name, value]) => {
    const lower = name.toLowerCase();
    const known = row.query.find((each) => each.name.toLowerCase() === lower);
    if (known === undefined || genericParameters.has(lower)) return false;
    return known.values === undefined || value.split(',').some((each) => known.values?.includes(each.trim()));
  });
}

/** In lower case. */
const genericParameters: ReadonlySet<string> = new Set(['page', 'pagesize', 'userid']);

/** Such as `projects/create` below `/api/xero`: a route of a back end. Files of an app have an extension. */
function isRouteForProjects(below: readonly string[], isBelowXero: boolean): boolean {
  return isBelowXero && /^projects(?:users)?$/i.test(below[0] ?? '') && !/\.\w+$/.test(below.at(-1) ?? '');
}

/** A mapping must not store a possible secret as a setting, and must match the request. */
function canMap(prefix: string, { method, url }: UnmatchedRequest): boolean {
  const mappings = parseMappings([prefix]);
  return redactSecrets(prefix) === prefix && matchOperation(method, url, mappings) !== undefined;
}

function parse(url: string): URL | undefined {
  return /^https?:/i.test(url) && url.length <= MAX_UNRELATED_URL_CHARS && URL.canParse(url) ? new URL(url) : undefined;
}

interface FoundShape {
  readonly operation: OperationId;
  readonly shape: Shape;
  /** The number of path segments. */
  readonly length: number;
}

/** The operation whose path is the longest suffix of the segments. */
function findShape(method: string, parts: readonly string[]): FoundShape | undefined {
  const upper = method.toUpperCase();
  let longest: FoundShape | undefined;
  for (const row of operations) {
    const template = row.path.split('/').filter(Boolean);
    if (row.method !== upper || template.length > parts.length || template.length <= (longest?.length ?? 0)) continue;
    const end = parts.slice(-template.length);
    if (!template.every((part, i) => matchesSegment(part, end[i] as string))) continue;
    longest = { operation: row.id, shape: classifyShape(template), length: template.length };
  }
  return longest;
}

function matchesSegment(template: string, part: string): boolean {
  if (template.startsWith('{')) return isHyphenatedUuid(part);
  return template.toLowerCase() === part.toLowerCase();
}

function classifyShape(template: readonly string[]): Shape {
  if (template.length > 2 || template[0] === 'ProjectsUsers') return 'distinctive';
  return template.length === 2 ? 'withId' : 'bare';
}

function prefixUpToXero(parts: readonly string[]): readonly string[] {
  return parts.slice(0, parts.findLastIndex((part) => /xero/i.test(part)) + 1);
}
