// Imports a HAR file from any tool: parses it in time slices and creates exchanges from the entries for Xero Projects.

import type { Entry } from 'har-format';
import { createConnectionsDetector } from '../capture/connections-endpoint.ts';
import { isPreflight, preflightAllows, requestedMethod } from '../capture/cors.ts';
import { createBlockedExchange, createExchange, createPreflight } from '../capture/create-exchange.ts';
import { type BrowserEntry, networkError } from '../capture/har-entry.ts';
import { createHeaderReader, type HeaderReader } from '../capture/header-reader.ts';
import { createServiceWorkerPairing, mergePair } from '../capture/merge-service-worker.ts';
import { createPreflightPairing, MAX_PREFLIGHT_LAG_MS } from '../capture/pair-preflights.ts';
import { readResponseBody } from '../capture/read-response-body.ts';
import { toRecord } from '../core/har/bounded-values.ts';
import { describeCreator, mayOmitCredentials } from '../core/har/creator.ts';
import { type HarParseEvent, parseHarEntries } from '../core/har/parse-har.ts';
import { type CustomFields, readCustomFields } from '../core/har/read-custom-fields.ts';
import { CUSTOM_FIELD } from '../core/har/write-custom-fields.ts';
import { isWebSocketToXero } from '../core/match/is-web-socket-to-xero.ts';
import { matchExported } from '../core/match/match-exported.ts';
import { matchOperation } from '../core/match/match-operation.ts';
import { compareStartMs, compareTime } from '../core/model/compare-time.ts';
import type { Body, Exchange } from '../core/model/exchange.ts';
import type { HarImportSummary } from '../core/model/importer.ts';
import type { OperationMatch } from '../core/model/operation-match.ts';
import { runTimeSliced, type SlicedWork } from '../core/scheduling/time-slicing.ts';
import { MAX_UNRELATED_URL_CHARS } from '../core/text/url.ts';
import { absoluteUrl } from './absolute-url.ts';
import { markStrippedCredentials } from './detect-stripped-credentials.ts';
import { guessProxy } from './guess-proxied.ts';
import { normalizeEntry } from './normalize-entry.ts';
import { restoreOwnExport } from './restore-own-export.ts';
import { createSkippedCounter } from './skipped-entries.ts';

export interface ImportOptions {
  /** URL prefixes that map to the API root, as `matchOperation` takes them. */
  readonly mappings?: readonly string[];
  /** Defaults to 1, 2, 3 … */
  readonly nextId?: () => number;
  /** Receives progress from 0 to 1. */
  readonly onProgress?: (share: number) => void;
  readonly signal?: AbortSignal;
}

export interface ImportedHar
  extends Pick<
    HarImportSummary,
    'unrelated' | 'skipped' | 'webSockets' | 'possibleMatches' | 'problems' | 'moreProblems' | 'truncated' | 'empty'
  > {
  /** Sorted by start time; those whose time is unknown last. */
  readonly exchanges: readonly Exchange[];
}

/** Rejects only with the reason of `signal` when it aborts, whatever the text. */
export async function importHar(text: string, options: ImportOptions = {}): Promise<ImportedHar> {
  const { mappings = [], nextId = counter(), onProgress, signal } = options;
  const readHeaders = createHeaderReader();
  const { found, possibleMatches, problems, exportedByChrome, ...counted } = await findEntries(
    text,
    mappings,
    readHeaders,
    options,
  );
  const merger = createMerger(nextId, problems, readHeaders);
  const mergeAll = function* (): SlicedWork<void> {
    let done = 0;
    for (const each of inMergeOrder(found)) {
      const pending = merger.add(each);
      if (pending) yield pending;
      yield READING_SHARE + (1 - READING_SHARE) * (++done / found.length);
    }
  };
  await runTimeSliced(mergeAll(), { onProgress, signal });
  onProgress?.(1);
  const exchanges = merger.exchanges();
  const isOwn = found.some((each) => each.isOwn);
  return {
    exchanges: isOwn ? exchanges : markStrippedCredentials(exchanges, exportedByChrome),
    ...counted,
    possibleMatches: found.length === 0 ? [...possibleMatches] : [],
    problems: problems.all(),
    moreProblems: problems.more(),
  };
}

/** The share of the progress that parsing takes; the rest is creating exchanges. */
const READING_SHARE = 0.8;

interface FoundEntry {
  /** If there is an exchange, reduced to what pairing needs: whole entries would take too much memory. */
  readonly entry: Entry;
  readonly match: OperationMatch;
  /** Gets its id when merged. */
  readonly exchange: Exchange | undefined;
  /** Exported by the inspector, which has merged and matched it already. */
  readonly isOwn: boolean;
  /** The index of an entry without a response: only a rejected preflight can explain it. */
  readonly noResponseIndex: number | undefined;
}

async function findEntries(
  text: string,
  mappings: readonly string[],
  readHeaders: HeaderReader,
  { onProgress, signal }: ImportOptions,
) {
  const connections = createConnectionsDetector();
  const found: FoundEntry[] = [];
  const problems = collectProblems();
  const skipped = createSkippedCounter();
  let unrelated = 0;
  let webSockets = 0;
  let truncated: ImportedHar['truncated'];
  let exportedByChrome = false;
  let creator: unknown;
  let entries = 0;
  const possibleMatches = new Set<string>();
  // Paths that other APIs have too: only if there is nothing better.
  const weakMatches = new Set<string>();

  const skip = (url: string | undefined) => {
    unrelated++;
    skipped.add(url);
  };

  const addUnrelated = (value: object) => {
    skip(urlOf(value));
    if (found.length > 0 || possibleMatches.size >= MAX_PROXY_PREFIXES) return;
    const guess = guessProxy(value);
    if (guess === undefined) return;
    const list = guess.isWeak ? weakMatches : possibleMatches;
    if (list.size < MAX_PROXY_PREFIXES) list.add(guess.address);
  };

  const addOwnExport = async (value: object, entry: Entry, custom: CustomFields) => {
    const match = matchExported(entry.request.method, custom.url, custom, mappings);
    if (match === undefined || entry.request.method === 'CONNECT') return addUnrelated(value);
    const exchange = await restoreOwnExport(entry, custom, { match, readHeaders });
    found.push({ entry: slimEntry(entry), match, exchange, isOwn: true, noResponseIndex: undefined });
  };

  const addEntry = async (value: object, index: number) => {
    const entry = normalizeEntry(value);
    if (typeof entry === 'string') return problems.add(index, entry);
    const { url } = entry.request;
    const custom = readCustomFields((value as Record<string, unknown>)[CUSTOM_FIELD], url);
    if (custom) return addOwnExport(value, entry, custom);
    const method = isPreflight(entry) ? requestedMethod(entry) : entry.request.method;
    const match = matchOperation(method, url, mappings) ?? connections.match(entry as BrowserEntry);
    if (match === undefined || method === 'CONNECT') return skip(url);
    exportedByChrome ||= '_resourceType' in value;
    found.push(await readEntry(entry, match, readHeaders, hasResponse(entry) ? undefined : index));
    for (const earlierEntry of connections.addPrefix(url).filter(hasResponse)) {
      unrelated--;
      skipped.remove(earlierEntry.request.url);
      found.push(
        await readEntry(earlierEntry, { matchedBy: 'path', path: undefined, operation: undefined }, readHeaders),
      );
    }
  };

  const addProblem = ({ index, reason, isTruncated }: Extract<HarParseEvent, { kind: 'problem' }>) => {
    if (isTruncated && entries === 0) problems.add(undefined, truncatedFile(creator, index !== undefined));
    else {
      problems.add(index, reason, isTruncated);
      if (isTruncated) truncated = { index };
    }
    entries++;
  };

  const readAll = function* (): SlicedWork<void> {
    let progressChars = 0;
    for (const each of parseHarEntries(text)) {
      if (each.kind === 'problem') addProblem(each);
      else if (each.kind === 'creator') {
        creator = each.value;
        exportedByChrome ||= mayOmitCredentials(creator);
      } else if (each.kind === 'entry') {
        entries++;
        const value = withAbsoluteUrl(each.value);
        if (isUnrelated(value, mappings)) {
          if (isWebSocketToXero(urlOf(value) ?? '', mappings)) webSockets++;
          addUnrelated(value);
        } else yield addEntry(value, each.index).catch(() => problems.add(each.index, UNREADABLE_ENTRY));
      }
      if (each.at < progressChars + MIN_STEP_CHARS && each.at < text.length) continue;
      progressChars = Math.max(progressChars, each.at);
      yield READING_SHARE * (progressChars / text.length);
    }
  };
  await runTimeSliced(readAll(), { onProgress, signal });
  const matches = possibleMatches.size > 0 ? possibleMatches : weakMatches;
  const empty = entries === 0 ? { creator: describeCreator(creator) } : undefined;
  return {
    found,
    unrelated,
    webSockets,
    possibleMatches: matches,
    problems,
    exportedByChrome,
    skipped: skipped.count(found.map(({ entry }) => entry.request.url)),
    ...(truncated && { truncated }),
    ...(empty && { empty }),
  };
}

function truncatedFile(creator: unknown, isInEntry: boolean): string {
  const words = describeCreator(creator);
  const writtenBy = words === undefined ? '' : ` (${words})`;
  const where = isInEntry ? 'in its first entry' : 'before its first entry';
  return `The file${writtenBy} is cut off ${where}. It contains no complete request. Export it again.`;
}

function withAbsoluteUrl(value: object): object {
  const url = urlOf(value);
  if (url === undefined) return value;
  const request = toRecord((value as Record<string, unknown>).request);
  const absolute = absoluteUrl(url, request);
  return absolute === url ? value : { ...value, request: { ...request, url: absolute } };
}

/** Bounded: a file that is broken throughout has more problems than are worth reading or storing. */
function collectProblems() {
  const first: { index: number | undefined; reason: string }[] = [];
  let more = 0;
  return {
    add: (index: number | undefined, reason: string, isLast = false): void => {
      if (first.length < MAX_PROBLEMS || index === undefined || isLast) first.push({ index, reason });
      else more++;
    },
    /** In file order. */
    all: () => first.toSorted((a, b) => (a.index ?? Number.MAX_VALUE) - (b.index ?? Number.MAX_VALUE)),
    more: () => more,
  };
}

type Problems = ReturnType<typeof collectProblems>;

const MAX_PROBLEMS = 100;
/** An entry that a browser can't handle, because of its size for example, must not prevent the import of the others. */
const UNREADABLE_ENTRY = 'The browser can’t read the entry. It may be too large.';
const MAX_PROXY_PREFIXES = 3;
/** A file may consist of millions of tiny entries: pausing at each would take longer than reading it. */
const MIN_STEP_CHARS = 5_000;

/** Decided by the URL alone: most entries in most files are unrelated, and nothing else in them needs to be parsed. */
function isUnrelated(value: object, mappings: readonly string[]): boolean {
  const url = urlOf(value);
  // Without a host, the URL alone isn't enough.
  if (CUSTOM_FIELD in value || url === undefined || url === '' || url.startsWith('/')) return false;
  return (
    matchOperation('GET', url, mappings) === undefined && !/connections/i.test(url.slice(0, MAX_UNRELATED_URL_CHARS))
  );
}

function urlOf(value: object): string | undefined {
  const request = 'request' in value ? value.request : undefined;
  const url = typeof request === 'object' && request !== null && 'url' in request ? request.url : undefined;
  return typeof url === 'string' ? url : undefined;
}

async function readEntry(
  entry: Entry,
  match: OperationMatch,
  readHeaders: HeaderReader,
  noResponseIndex?: number,
): Promise<FoundEntry> {
  // A preflight later in the file may explain why there is no response.
  const isWhole = entry.response.status > 0 && !isPreflight(entry);
  if (!isWhole) return { entry, match, exchange: undefined, isOwn: false, noResponseIndex };
  return {
    entry: slimEntry(entry),
    match,
    exchange: await withBody(createExchange(entry, { id: 0, match, readHeaders }), entry),
    isOwn: false,
    noResponseIndex,
  };
}

async function withBody(exchange: Exchange, entry: Entry): Promise<Exchange> {
  if (exchange.response.body.kind !== 'pending') return exchange;
  return { ...exchange, response: { ...exchange.response, body: await readResponseBody(entry as BrowserEntry) } };
}

function slimEntry({ startedDateTime, time, request: { method, url }, response }: Entry): Entry {
  const { _fetchedViaServiceWorker } = response as { _fetchedViaServiceWorker?: boolean };
  const entry = {
    startedDateTime,
    time,
    request: { method, url, headers: [] },
    response: { _fetchedViaServiceWorker },
  };
  return entry as unknown as Entry;
}

/**
 * Without a response, the request was still pending or never sent: no status, no error and no time spent. Insomnia writes 0 and -1 for
 * the times of requests that were never sent; Firefox writes 0 for nearly all times of requests that were cancelled or interrupted.
 */
function hasResponse(entry: Entry): boolean {
  const { response, timings } = entry;
  if (response.status !== 0 || response.statusText !== '' || networkError(entry) !== '') return true;
  return Object.entries(timings).some(([name, ms]) => ms > 0 || (ms === 0 && beforeSending.has(name)));
}

const beforeSending = new Set(['blocked', 'dns', 'connect', 'ssl']);

/** In order of time, but with each preflight before the request that waited for it, however long that took. */
function* inMergeOrder(found: readonly FoundEntry[]): Generator<FoundEntry> {
  const sorted = found.toSorted((a, b) => compareStartMs(startMsOf(a), startMsOf(b)));
  const preflights = sorted.filter(({ entry }) => isPreflight(entry));
  let emitted = 0;
  for (const each of sorted) {
    if (isPreflight(each.entry)) continue;
    const endMs = startMsOf(each) + Math.max(0, each.entry.time) + MAX_PREFLIGHT_LAG_MS;
    while (emitted < preflights.length && compareStartMs(startMsOf(preflights[emitted] as FoundEntry), endMs) <= 0)
      yield preflights[emitted++] as FoundEntry;
    yield each;
  }
  yield* preflights.slice(emitted);
}

/** `NaN` if unknown. */
function startMsOf({ entry, exchange }: FoundEntry): number {
  return exchange?.startedMs ?? Date.parse(entry.startedDateTime);
}

/** Merges preflights and service worker duplicates as capture does. */
function createMerger(nextId: () => number, problems: Problems, readHeaders: HeaderReader) {
  const preflights = createPreflightPairing();
  const duplicates = createServiceWorkerPairing();
  const byId = new Map<number, Exchange>();

  const addRequest = async ({ entry, match, exchange, noResponseIndex }: FoundEntry) => {
    if (noResponseIndex !== undefined && !preflights.wasRejected(entry)) {
      return problems.add(noResponseIndex, 'The file has no response to this request.');
    }
    const preflight = preflights.take(entry);
    const duplicateId = duplicates.find(entry);
    const id = preflight?.id ?? duplicateId ?? nextId();
    const options = { id, match, readHeaders, preflight: preflight?.entry };
    const converted = exchange ?? (await withBody(createExchange(entry, options), entry));
    const completed = withFileReasons({ ...converted, id, preflight: preflight && createPreflight(preflight.entry) });
    const earlier = duplicateId === undefined ? undefined : byId.get(duplicateId);
    if (duplicateId === undefined) duplicates.add(entry, id);
    byId.set(id, earlier ? mergePair(earlier, completed) : completed);
  };

  const addPreflight = ({ entry, match }: FoundEntry) => {
    const isRejected = entry.response.status > 0 && !preflightAllows(entry);
    const id = isRejected ? nextId() : undefined;
    preflights.add(entry, id);
    if (id !== undefined) byId.set(id, createBlockedExchange(entry, id, match));
  };

  return {
    add: (each: FoundEntry): void | Promise<void> => {
      if (each.isOwn && each.exchange) {
        const id = nextId();
        byId.set(id, { ...each.exchange, id });
      } else if (isPreflight(each.entry)) addPreflight(each);
      else return addRequest(each);
    },
    exchanges: () =>
      Array.from(byId.values(), (each): Exchange => ({ ...each, source: 'import' })).toSorted(compareTime),
  };
}

/** The reasons why a body is missing, where capture would say that the browser didn't provide it. */
function withFileReasons(exchange: Exchange): Exchange {
  const { request, response } = exchange;
  return {
    ...exchange,
    request: { ...request, body: notInFile(request.body) },
    response: { ...response, body: notInFile(response.body) },
  };
}

function notInFile(body: Body): Body {
  return body.kind === 'unavailable' && body.reason === 'not-provided' ? { ...body, reason: 'not-in-file' } : body;
}

function counter(): () => number {
  let last = 0;
  return () => ++last;
}
