// Reads one file or pasted text and puts what is Xero's into the log. Fetched when it is first asked for.

import { hasFailed } from '../core/diagnose/outcome.ts';
import { otherExport } from '../core/har/describe-non-har.ts';
import type { Exchange } from '../core/model/exchange.ts';
import type { BringInResult, BroughtIn } from '../core/model/importer.ts';
import { inSlices } from '../core/scheduling/for-each-sliced.ts';
import type { Log } from '../log/create-log.ts';
import { readFileText } from './decode-file.ts';
import { holdsAlready } from './deduplicate.ts';
import { readPasted } from './exchange-from-text.ts';
import { importHar } from './import-har.ts';
import { withoutFence } from './parse-http-text.ts';

interface JobOptions {
  readonly mappings: readonly string[];
  readonly signal: AbortSignal;
  /** From 0 to 1; not more often than it can be seen. */
  readonly onProgress: (share: number) => void;
}

/** Throws the reason of `signal` where that ends it, and nothing was put into the log then. */
export async function bringInJob(log: Log, source: Blob | string, options: JobOptions): Promise<BringInResult> {
  if (typeof source === 'string') {
    const har = withoutFence(source);
    const other = otherExport(har);
    if (other !== undefined) return { kind: 'failed', why: other };
    if (!isHar(har)) return bringInResponse(log, source, options.mappings);
    return { kind: 'har', ...(await bringInHar(log, har, options)) };
  }
  const read = await readFileText(source, options.signal);
  if (read.kind === 'unreadable') return { kind: 'failed', why: read.why };
  return { kind: 'har', ...(await bringInHar(log, read.text, options)) };
}

/** No response of Xero's has a list of `entries`, or tells when a call was started. */
function isHar(text: string): boolean {
  return /^[{[]/.test(text.trimStart()) && /"(?:entries"\s*:\s*\[|startedDateTime"\s*:)/.test(text);
}

function bringInResponse(log: Log, text: string, mappings: readonly string[]): BringInResult {
  const id = log.nextId();
  const read = readPasted(text, { id, nowMs: Date.now(), mappings });
  if (read === undefined) return { kind: 'failed', why: 'There is nothing in it.' };
  log.put(read.exchange);
  return { kind: 'response', id, hasRequest: read.hasRequest, hasStatus: read.hasStatus };
}

async function bringInHar(log: Log, text: string, { mappings, signal, onProgress }: JobOptions): Promise<BroughtIn> {
  const read = await importHar(text, { mappings, signal, onProgress: seldom(onProgress), nextId: log.nextId });
  const isHeld = await holdsAlready(log.exchanges, signal);
  const fresh: Exchange[] = [];
  await inSlices(read.exchanges, (each) => void (isHeld(each) || fresh.push(each)), { signal });
  const wasEmpty = log.exchanges.length === 0;
  // From here on it is done, and done to its end.
  await inSlices(batchesOf(fresh), (batch) => log.putAll(batch));
  const kept = fresh.filter(({ id }) => log.get(id) !== undefined);
  return {
    added: fresh.length,
    tooOld: fresh.length - kept.length,
    held: read.exchanges.length - fresh.length,
    others: read.others,
    maybe: read.maybe,
    problems: read.problems,
    moreProblems: read.moreProblems,
    first: kept[0]?.id,
    telling: (kept.find((each) => hasFailed(each)) ?? kept.at(-1))?.id,
    wasEmpty,
  };
}

/** Few enough for one slice each. */
const batchSize = 200;

function* batchesOf(exchanges: readonly Exchange[]): Generator<readonly Exchange[]> {
  for (let at = 0; at < exchanges.length; at += batchSize) yield exchanges.slice(at, at + batchSize);
}

/** Each telling draws the panel: ten in a second are enough. */
function seldom(tell: (share: number) => void): (share: number) => void {
  let toldMs = Number.NEGATIVE_INFINITY;
  return (share) => {
    const nowMs = performance.now();
    if (nowMs - toldMs < 100) return;
    toldMs = nowMs;
    tell(share);
  };
}
