// Imports one file or pasted text into the log. Loaded on first use.

import { hasFailed } from '../core/diagnose/outcome.ts';
import { detectOtherFormat } from '../core/har/describe-non-har.ts';
import type { Exchange } from '../core/model/exchange.ts';
import type { HarImportSummary, ImportResult } from '../core/model/importer.ts';
import { runTimeSliced } from '../core/scheduling/time-slicing.ts';
import type { MutableExchangeLog } from '../log/create-log.ts';
import { decodeFile } from './decode-file.ts';
import { createDuplicateFilter } from './deduplicate.ts';
import { exchangeFromText } from './exchange-from-text.ts';
import { importHar } from './import-har.ts';
import { stripCodeFence } from './parse-http-text.ts';

interface ImportJobOptions {
  readonly mappings: readonly string[];
  readonly signal: AbortSignal;
  /** From 0 to 1; throttled. */
  readonly onProgress: (share: number) => void;
}

/** Rejects with the reason of the signal if it aborts, leaving the log unchanged. */
export async function runImportJob(
  log: MutableExchangeLog,
  source: Blob | string,
  options: ImportJobOptions,
): Promise<ImportResult> {
  if (typeof source === 'string') {
    const har = stripCodeFence(source);
    const other = detectOtherFormat(har);
    if (other !== undefined) return { kind: 'failed', reason: other };
    if (!isHar(har)) return addResponse(log, source, options.mappings);
    return { kind: 'har', ...(await addHar(log, har, options)) };
  }
  const decoded = await decodeFile(source, options.signal);
  if (decoded.kind === 'unreadable') return { kind: 'failed', reason: decoded.reason };
  return { kind: 'har', ...(await addHar(log, decoded.text, options)) };
}

/** No Xero response has an `entries` array or a `startedDateTime`. */
function isHar(text: string): boolean {
  return /^[{[]/.test(text.trimStart()) && /"(?:entries"\s{0,100}:\s{0,100}\[|startedDateTime"\s{0,100}:)/.test(text);
}

function addResponse(log: MutableExchangeLog, text: string, mappings: readonly string[]): ImportResult {
  const id = log.nextId();
  const pasted = exchangeFromText(text, { id, nowMs: Date.now(), mappings });
  if (pasted === undefined) return { kind: 'failed', reason: 'The text is empty.' };
  log.upsert(pasted.exchange);
  return { kind: 'response', id, hasRequest: pasted.hasRequest, hasStatus: pasted.hasStatus };
}

async function addHar(
  log: MutableExchangeLog,
  text: string,
  { mappings, signal, onProgress }: ImportJobOptions,
): Promise<HarImportSummary> {
  const imported = await importHar(text, { mappings, signal, onProgress: throttle(onProgress), nextId: log.nextId });
  const isDuplicate = await createDuplicateFilter(log.exchanges, signal);
  const added = await runTimeSliced(withoutDuplicates(imported.exchanges, isDuplicate), { signal });
  const wasEmpty = log.exchanges.length === 0;
  // Not abortable from here on: a partial import would remain in the log.
  await runTimeSliced(appendInBatches(log, added));
  const retained = added.filter(({ id }) => log.get(id) !== undefined);
  return {
    added: added.length,
    evicted: added.length - retained.length,
    duplicates: imported.exchanges.length - added.length,
    unrelated: imported.unrelated,
    skipped: imported.skipped,
    webSockets: imported.webSockets,
    possibleMatches: imported.possibleMatches,
    problems: imported.problems,
    moreProblems: imported.moreProblems,
    ...(imported.truncated && { truncated: imported.truncated }),
    ...(imported.empty && { empty: imported.empty }),
    first: retained[0]?.id,
    revealId: (retained.find((each) => hasFailed(each)) ?? retained.at(-1))?.id,
    wasEmpty,
  };
}

/** Exchanges; small enough for one time slice. */
const BATCH_SIZE = 200;

function* appendInBatches(log: MutableExchangeLog, exchanges: readonly Exchange[]): Generator<number, void> {
  for (let at = 0; at < exchanges.length; at += BATCH_SIZE) {
    log.appendAll(exchanges.slice(at, at + BATCH_SIZE));
    yield at / exchanges.length;
  }
}

function* withoutDuplicates(
  exchanges: readonly Exchange[],
  isDuplicate: (exchange: Exchange) => boolean,
): Generator<number, Exchange[]> {
  const added: Exchange[] = [];
  for (const [i, each] of exchanges.entries()) {
    if (!isDuplicate(each)) added.push(each);
    yield i / exchanges.length;
  }
  return added;
}

/** Each report renders the panel; ten per second are enough. */
function throttle(report: (share: number) => void): (share: number) => void {
  let reportedMs = Number.NEGATIVE_INFINITY;
  return (share) => {
    const nowMs = performance.now();
    if (nowMs - reportedMs < 100) return;
    reportedMs = nowMs;
    report(share);
  };
}
