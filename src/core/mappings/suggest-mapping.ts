// Tells of a call that was not recognised whether it looks like Xero Projects behind a proxy, and which prefix then stands for the root.

import { type OperationId, operations } from '../../catalogue/operations.ts';
import { matchOperation } from '../match/match-operation.ts';
import type { Certainty } from '../model/certainty.ts';
import type { MappingSuggestion } from '../model/operation-match.ts';
import { redactSecrets } from '../secrets/redact-secrets.ts';
import { MAX_UNRELATED_URL_CHARS } from '../text/url.ts';
import { isHyphenatedUuid } from '../text/uuid.ts';
import { parseMappings } from './mappings.ts';

/** What is looked at. The values of headers are not. */
export interface UnmatchedRequest {
  readonly method: string;
  readonly url: string;
  readonly requestHeaders: readonly string[];
  readonly answerHeaders: readonly string[];
}

/** Nobody else sends these; in lower case. */
const xeroHeaders: ReadonlySet<string> = new Set([
  'xero-tenant-id',
  'xero-correlation-id',
  'x-minlimit-remaining',
  'x-daylimit-remaining',
  'x-appminlimit-remaining',
  'x-rate-limit-problem',
]);

/** Xero's own sites are no proxies. */
export function isXeroHost({ hostname }: URL): boolean {
  return /(?:^|\.)xero\.com$/i.test(hostname);
}

/** `name` is in lower case. */
export function isXeroHeader(name: string): boolean {
  return xeroHeaders.has(name);
}

/** How much the end of a path tells by itself. `own`: hardly anybody else has it. `id`: a project by its id. `bare`: `/Projects`. */
type Shape = 'distinctive' | 'withId' | 'bare';

/** One more case is one more row; the first that fits counts. */
const rules: readonly {
  readonly hasHeader?: true;
  /** The host or the path before names Xero. */
  readonly namesXero?: true;
  readonly shapes: readonly (Shape | undefined)[];
  readonly certainty: Certainty;
}[] = [
  { hasHeader: true, shapes: ['distinctive', 'withId', 'bare'], certainty: 'certain' },
  { shapes: ['distinctive'], certainty: 'likely' },
  { namesXero: true, shapes: ['withId', 'bare'], certainty: 'likely' },
  { shapes: ['withId'], certainty: 'possible' },
  { hasHeader: true, namesXero: true, shapes: [undefined], certainty: 'possible' },
];

/** `undefined`: nothing tells that the call is for Xero Projects. Takes any text for an address. */
export function suggestMapping(call: UnmatchedRequest): MappingSuggestion | undefined {
  const header = [...call.requestHeaders, ...call.answerHeaders].find(isXeroHeader);
  if (header === undefined && !/projects/i.test(call.url.slice(0, MAX_UNRELATED_URL_CHARS))) return undefined;
  const address = parse(call.url);
  if (address === undefined || isXeroHost(address)) return undefined;
  const parts = address.pathname.split('/').filter(Boolean);
  // Another API of Xero’s, by its own path.
  if (parts.some((part) => /\.xro$/i.test(part))) return undefined;
  const found = shapeOf(call.method, parts);
  const before = found ? parts.slice(0, parts.length - found.length) : upToXero(parts);
  const namesXero = /xero/i.test(address.hostname) || before.some((part) => /xero/i.test(part));
  const rule = rules.find(
    (each) =>
      each.shapes.includes(found?.shape) && (!each.hasHeader || header !== undefined) && (!each.namesXero || namesXero),
  );
  const prefix = [address.origin, ...before].join('/');
  if (rule === undefined || !canMap(prefix, call)) return undefined;
  return { prefix, certainty: rule.certainty, operation: found?.operation, header };
}

/** What could be a secret is not to be kept as a setting; and a mapping is to do what it is for. */
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
  /** Parts of the path. */
  readonly length: number;
}

/** The longest path of an operation that the parts end with. */
function shapeOf(method: string, parts: readonly string[]): FoundShape | undefined {
  const upper = method.toUpperCase();
  let longest: FoundShape | undefined;
  for (const row of operations) {
    const template = row.path.split('/').filter(Boolean);
    if (row.method !== upper || template.length > parts.length || template.length <= (longest?.length ?? 0)) continue;
    const end = parts.slice(-template.length);
    if (!template.every((part, i) => fits(part, end[i] as string))) continue;
    longest = { operation: row.id, shape: tells(template), length: template.length };
  }
  return longest;
}

function fits(template: string, part: string): boolean {
  if (template.startsWith('{')) return isHyphenatedUuid(part);
  return template.toLowerCase() === part.toLowerCase();
}

function tells(template: readonly string[]): Shape {
  if (template.length > 2 || template[0] === 'ProjectsUsers') return 'distinctive';
  return template.length === 2 ? 'withId' : 'bare';
}

function upToXero(parts: readonly string[]): readonly string[] {
  return parts.slice(0, parts.findLastIndex((part) => /xero/i.test(part)) + 1);
}
