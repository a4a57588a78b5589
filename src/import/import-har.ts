// Brings in a HAR file of any tool: reads it in slices, and makes exchanges of the calls that are for Xero Projects.

import type { Entry } from 'har-format';
import { createConnectionsDetector } from '../capture/connections-endpoint.ts';
import { isPreflight, preflightAllows, requestedMethod } from '../capture/cors.ts';
import { createBlockedExchange, createExchange, createPreflight } from '../capture/create-exchange.ts';
import { type BrowserEntry, networkError, requestBody } from '../capture/har-entry.ts';
import { createHeaderReader, type HeaderReader } from '../capture/header-reader.ts';
import { createServiceWorkerPairing, mergePair } from '../capture/merge-service-worker.ts';
import { createPreflightPairing, MAX_PREFLIGHT_LAG_MS } from '../capture/pair-preflights.ts';
import { readResponseBody } from '../capture/read-response-body.ts';
import { CUSTOM_FIELD, type CustomFields, readCustomFields } from '../core/har/custom-fields.ts';
import { parseHarEntries } from '../core/har/parse-har.ts';
import { matchOperation } from '../core/match/match-operation.ts';
import { compareStartMs, compareTime } from '../core/model/compare-time.ts';
import type { Body, Exchange } from '../core/model/exchange.ts';
import type { OperationMatch } from '../core/model/operation-match.ts';
import { runTimeSliced, type SlicedWork } from '../core/scheduling/time-slicing.ts';
import { MAX_UNRELATED_URL_CHARS } from '../core/text/url.ts';
import { markStrippedCredentials } from './detect-stripped-credentials.ts';
import { guessProxyPrefix } from './guess-proxied.ts';
import { normalizeEntry } from './normalize-entry.ts';

export interface ImportOptions {
  /** Prefixes that stand for the API root, as `recognise` takes them. */
  readonly mappings?: readonly string[];
  /** 1, 2, 3 where left out. */
  readonly nextId?: () => number;
  /** How much is done, from 0 to 1. */
  readonly onProgress?: (share: number) => void;
  readonly signal?: AbortSignal;
}

export interface ImportedHar {
  /** By the time they began; those whose time is unknown last. */
  readonly exchanges: readonly Exchange[];
  /** Entries that are not for Xero Projects. */
  readonly others: number;
  /** Addresses of some others that may be, behind a proxy; looked for where nothing is recognised. */
  readonly possibleMatches: readonly string[];
  /** Entries that cannot be read, the first of them. `index` is `undefined` where the file as a whole is meant. */
  readonly problems: readonly { readonly index: number | undefined; readonly why: string }[];
  /** More entries that cannot be read. */
  readonly moreProblems: number;
}

/** Throws the reason of `signal` where that ends it, and nothing else, whatever the text. */
export async function importHar(text: string, options: ImportOptions = {}): Promise<ImportedHar> {
  const { mappings = [], nextId = counter(), onProgress, signal } = options;
  const readHeaders = createHeaderReader();
  const { found, others, maybe, problems, byChrome } = await recognised(text, mappings, readHeaders, options);
  const folding = startFolding(nextId, problems, readHeaders);
  const foldAll = function* (): SlicedWork<void> {
    let done = 0;
    for (const each of inOrder(found)) {
      const pending = folding.add(each);
      if (pending) yield pending;
      yield READING_SHARE + (1 - READING_SHARE) * (++done / found.length);
    }
  };
  await runTimeSliced(foldAll(), { onProgress, signal });
  onProgress?.(1);
  const exchanges = folding.exchanges();
  const isOwn = found.some((each) => each.isOwn);
  return {
    exchanges: isOwn ? exchanges : markStrippedCredentials(exchanges, byChrome),
    others,
    possibleMatches: found.length === 0 ? [...maybe] : [],
    problems: problems.all(),
    moreProblems: problems.more(),
  };
}

/** The rest is making exchanges of what was read. */
const READING_SHARE = 0.8;

interface Found {
  /** Of what became an exchange, only what tells whether another entry belongs to it: whole entries would fill the memory. */
  readonly entry: Entry;
  readonly recognition: OperationMatch;
  /** Its id is given when it is folded. */
  readonly exchange: Exchange | undefined;
  /** Written by the inspector, which has folded and judged it already. */
  readonly isOwn: boolean;
  /** Of an entry without an answer, its place: only a refused preflight tells what became of it. */
  readonly unanswered: number | undefined;
}

async function recognised(
  text: string,
  mappings: readonly string[],
  readHeaders: HeaderReader,
  { onProgress, signal }: ImportOptions,
) {
  const connections = createConnectionsDetector();
  const found: Found[] = [];
  const problems = collectProblems();
  let others = 0;
  let byChrome = false;
  const maybe = new Set<string>();

  const skip = (value: object) => {
    others++;
    if (found.length > 0 || maybe.size >= MAX_PROXY_PREFIXES) return;
    const address = guessProxyPrefix(value);
    if (address !== undefined) maybe.add(address);
  };

  const take = async (value: object, index: number) => {
    const entry = normalizeEntry(value);
    if (typeof entry === 'string') return problems.add(index, entry);
    const own = readCustomFields((value as Record<string, unknown>)[CUSTOM_FIELD], entry.request.method);
    if (own) return found.push(await restoreOwnExport(entry, own, readHeaders));
    const { url } = entry.request;
    const method = isPreflight(entry) ? requestedMethod(entry) : entry.request.method;
    const recognition = matchOperation(method, url, mappings) ?? connections.recognise(entry as BrowserEntry);
    if (recognition === undefined || method === 'CONNECT') return others++;
    byChrome ||= '_resourceType' in value;
    found.push(await heard(entry, recognition, readHeaders, hasAnswer(entry) ? undefined : index));
    for (const early of connections.addPrefix(url).filter(hasAnswer)) {
      others--;
      found.push(await heard(early, { matchedBy: 'path', path: undefined, operation: undefined }, readHeaders));
    }
  };

  const readAll = function* (): SlicedWork<void> {
    let furthest = 0;
    for (const each of parseHarEntries(text)) {
      if (each.kind === 'problem') problems.add(each.index, each.why);
      else if (each.kind === 'entry') {
        if (isOther(each.value, mappings)) skip(each.value);
        else yield take(each.value, each.index);
      }
      furthest = Math.max(furthest, each.at);
      yield READING_SHARE * (furthest / text.length);
    }
  };
  await runTimeSliced(readAll(), { onProgress, signal });
  return { found, others, maybe, problems, byChrome };
}

/** A file that is broken throughout has more of them than anybody reads, or than memory holds. */
function collectProblems() {
  const first: { index: number | undefined; why: string }[] = [];
  let more = 0;
  return {
    add: (index: number | undefined, why: string): void => {
      if (first.length < MAX_PROBLEMS || index === undefined) first.push({ index, why });
      else more++;
    },
    /** In the order of the file. */
    all: () => first.toSorted((a, b) => (a.index ?? Number.MAX_VALUE) - (b.index ?? Number.MAX_VALUE)),
    more: () => more,
  };
}

type Problems = ReturnType<typeof collectProblems>;

const MAX_PROBLEMS = 100;
const MAX_PROXY_PREFIXES = 3;

/** Told by the address alone: most entries of most files are, and nothing else of them need be read. */
function isOther(value: object, mappings: readonly string[]): boolean {
  if (CUSTOM_FIELD in value || !('request' in value)) return false;
  const { request } = value;
  const url = typeof request === 'object' && request !== null && 'url' in request ? request.url : undefined;
  if (typeof url !== 'string' || url === '') return false;
  return (
    matchOperation('GET', url, mappings) === undefined && !/connections/i.test(url.slice(0, MAX_UNRELATED_URL_CHARS))
  );
}

async function heard(
  entry: Entry,
  match: OperationMatch,
  readHeaders: HeaderReader,
  unanswered?: number,
): Promise<Found> {
  // What became of a call without an answer may be told by a preflight that is not read yet.
  const isWhole = entry.response.status > 0 && !isPreflight(entry);
  if (!isWhole) return { entry, recognition: match, exchange: undefined, isOwn: false, unanswered };
  return {
    entry: slim(entry),
    recognition: match,
    exchange: await withBody(createExchange(entry, { id: 0, match, readHeaders }), entry),
    isOwn: false,
    unanswered,
  };
}

async function withBody(exchange: Exchange, entry: Entry): Promise<Exchange> {
  if (exchange.response.body.kind !== 'pending') return exchange;
  return { ...exchange, response: { ...exchange.response, body: await readResponseBody(entry as BrowserEntry) } };
}

function slim({ startedDateTime, time, request: { method, url }, response }: Entry): Entry {
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
 * It was still under way, or the file is a list of requests: no status, no reason and no time spent. Insomnia writes 0 and -1 for the
 * times of what was never sent; Firefox writes 0 for all or nearly all times of what was cancelled or broke off.
 */
function hasAnswer(entry: Entry): boolean {
  const { response, timings } = entry;
  if (response.status !== 0 || response.statusText !== '' || networkError(entry) !== '') return true;
  return Object.entries(timings).some(([name, ms]) => ms > 0 || (ms === 0 && beforeSending.has(name)));
}

const beforeSending = new Set(['blocked', 'dns', 'connect', 'ssl']);

/** By time, but each preflight before the call that waited for it, however long that was. */
function* inOrder(found: readonly Found[]): Generator<Found> {
  const sorted = found.toSorted((a, b) => compareStartMs(startMsOf(a), startMsOf(b)));
  const preflights = sorted.filter(({ entry }) => isPreflight(entry));
  let given = 0;
  for (const each of sorted) {
    if (isPreflight(each.entry)) continue;
    const endMs = startMsOf(each) + Math.max(0, each.entry.time) + MAX_PREFLIGHT_LAG_MS;
    while (given < preflights.length && compareStartMs(startMsOf(preflights[given] as Found), endMs) <= 0)
      yield preflights[given++] as Found;
    yield each;
  }
  yield* preflights.slice(given);
}

/** `NaN` where it is unknown. */
function startMsOf({ entry, exchange }: Found): number {
  return exchange?.startedMs ?? Date.parse(entry.startedDateTime);
}

/** As `watch` does it with what it hears. */
function startFolding(nextId: () => number, problems: Problems, readHeaders: HeaderReader) {
  const preflights = createPreflightPairing();
  const twins = createServiceWorkerPairing();
  const byId = new Map<number, Exchange>();

  const addCall = async ({ entry, recognition, exchange, unanswered }: Found) => {
    if (unanswered !== undefined && !preflights.refused(entry)) {
      return problems.add(unanswered, 'The file holds no answer to it.');
    }
    const preflight = preflights.take(entry);
    const twin = twins.find(entry);
    const id = preflight?.id ?? twin ?? nextId();
    const options = { id, match: recognition, readHeaders, preflight: preflight?.entry };
    const made = exchange ?? (await withBody(createExchange(entry, options), entry));
    const call = { ...made, id, preflight: preflight && createPreflight(preflight.entry) };
    const before = twin === undefined ? undefined : byId.get(twin);
    if (twin === undefined) twins.add(entry, id);
    byId.set(id, before ? mergePair(before, call) : call);
  };

  const addPreflight = ({ entry, recognition }: Found) => {
    const refused = entry.response.status > 0 && !preflightAllows(entry);
    const id = refused ? nextId() : undefined;
    preflights.add(entry, id);
    if (id !== undefined) byId.set(id, createBlockedExchange(entry, id, recognition));
  };

  return {
    add: (each: Found): void | Promise<void> => {
      if (each.isOwn && each.exchange) {
        const id = nextId();
        byId.set(id, { ...each.exchange, id });
      } else if (isPreflight(each.entry)) addPreflight(each);
      else return addCall(each);
    },
    exchanges: () => [...byId.values()].toSorted(compareTime),
  };
}

/** What the inspector wrote becomes what it was. */
async function restoreOwnExport(entry: Entry, own: CustomFields, readHeaders: HeaderReader): Promise<Found> {
  const { sent, answer, recognition, token, url, ...known } = own;
  const made = createExchange(entry, { id: 0, match: recognition, readHeaders });
  const exchange = {
    ...made,
    ...known,
    request: { ...made.request, url: url ?? made.request.url, token, body: bodyOf(sent, requestBody(entry)) },
    response: { ...made.response, body: bodyOf(answer, await readResponseBody(entry as BrowserEntry)) },
  };
  return { entry: slim(entry), recognition, exchange, isOwn: true, unanswered: undefined };
}

function bodyOf(own: Body, read: Body): Body {
  return own.kind === 'text' && read.kind === 'text' ? { ...own, text: read.text } : own;
}

function counter(): () => number {
  let last = 0;
  return () => ++last;
}
