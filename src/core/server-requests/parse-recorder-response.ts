// Parses a recorder's response. Whoever serves the page may send anything, so all of it is validated and bounded.

import { isCount, readAnnounced, toSequence } from '../har/read-server-origin.ts';
import type { ServerOrigin } from '../model/server-origin.ts';
import type { FetchFailure } from '../model/server-stats.ts';
import { fingerprint } from '../secrets/fingerprint.ts';
import { isObject } from '../text/is-object.ts';
import { tryParseJson } from '../text/try-parse-json.ts';

export type RecorderResponse =
  | EntriesResponse
  | PartResponse
  | { readonly kind: 'failure'; readonly failure: FetchFailure };

export interface EntriesResponse {
  readonly kind: 'entries';
  /** In order of their numbers. */
  readonly entries: readonly ServerEntry[];
  readonly next: number;
  readonly isInFlight: boolean;
  /** Requests that the recorder no longer has. */
  readonly dropped: number;
  readonly hasMore: boolean;
}

export interface ServerEntry {
  /** A HAR entry, not validated. */
  readonly entry: object;
  readonly origin: ServerOrigin;
}

export interface PartResponse {
  readonly kind: 'part';
  readonly sequence: number;
  readonly offset: number;
  readonly total: number;
  readonly text: string;
}

/** The protocol version that this file implements. */
const PROTOCOL = 1;
/** A recorder sends at most half of this at a time. */
export const MAX_RESPONSE_CHARS = 1_048_576;
/** All parts together. */
export const MAX_PARTS_CHARS = 20_000_000;
const MAX_ENTRIES = 1_000;

/** `cursor`: the last entry that was received before. */
export function parseRecorderResponse(
  text: string,
  { key, cursor }: { key: string; cursor: number },
): RecorderResponse {
  if (text.length > MAX_RESPONSE_CHARS) return failure('too-large');
  const value = tryParseJson(text);
  if (!isObject(value)) return failure('not-json');
  return isObject(value.part) ? parsePart(value.part) : parseEntries(value, key, cursor);
}

/** `text`: all parts of a long entry, joined. */
export function parseJoinedParts(text: string, { key, cursor }: { key: string; cursor: number }): RecorderResponse {
  const value = tryParseJson(text);
  return isObject(value) ? parseEntries(value, key, cursor) : failure('invalid');
}

function parsePart({ sequence, offset, total, text }: Record<string, unknown>): RecorderResponse {
  const number = toSequence(sequence);
  if (number === undefined || !isCount(offset) || !isCount(total)) return failure('invalid');
  if (typeof text !== 'string' || text === '' || offset + text.length > total) return failure('invalid');
  if (total > MAX_PARTS_CHARS) return failure('too-large');
  return { kind: 'part', sequence: number, offset, total, text };
}

function parseEntries({ log }: Record<string, unknown>, key: string, cursor: number): RecorderResponse {
  if (!isObject(log) || !isObject(log._xeroInspector)) return failure('invalid');
  const { protocol, next, inFlight, dropped, more } = log._xeroInspector;
  if (!isCount(protocol)) return failure('invalid');
  if (protocol > PROTOCOL) return failure('newer-version');
  if (log._xeroInspector.key !== key) return failure('other-process');
  if (!Array.isArray(log.entries) || !isCount(next) || next < cursor) return failure('invalid');
  const process = fingerprint(key);
  const entries = log.entries
    .slice(0, MAX_ENTRIES)
    .flatMap((each: unknown) => parseEntry(each, process))
    .filter(({ origin: { sequence } }) => sequence > cursor && sequence <= next)
    .sort((a, b) => a.origin.sequence - b.origin.sequence)
    .filter(({ origin }, i, all) => origin.sequence !== all[i - 1]?.origin.sequence);
  return {
    kind: 'entries',
    entries,
    next,
    isInFlight: isCount(inFlight) && inFlight > 0,
    dropped: isCount(dropped) ? dropped : 0,
    // Without progress, the next response would be the same.
    hasMore: more === true && next > cursor,
  };
}

function parseEntry(entry: unknown, process: string): ServerEntry[] {
  if (!isObject(entry) || !isObject(entry._xeroServer)) return [];
  const sequence = toSequence(entry._xeroServer.sequence);
  if (sequence === undefined) return [];
  return [{ entry, origin: { process, sequence, ...readAnnounced(entry._xeroServer) } }];
}

function failure(kind: FetchFailure): RecorderResponse {
  return { kind: 'failure', failure: kind };
}
