// Reads where a server's request comes from, as servers and exports write it. Anybody can write one, so each value is bounded.

import type { PageRequest, PageRequestOutcome, ServerOrigin } from '../model/server-origin.ts';
import { isObject } from '../text/is-object.ts';
import { toDurationMs, toRecord, toShortText, toStatus, toTimeMs } from './bounded-values.ts';

const MAX_APP_CHARS = 100;
const MAX_PATH_CHARS = 500;
const MAX_NUMBER = 999_999_999_999_999;

/** Reads the origin in an exported entry. `undefined` unless it is in the format that `writeServerOrigin` writes. */
export function readServerOrigin(value: unknown): ServerOrigin | undefined {
  const { process, pageRequest } = toRecord(value);
  const sequence = toSequence(toRecord(value).sequence);
  if (typeof process !== 'string' || !/^[\da-f]{8}$/.test(process) || sequence === undefined) return undefined;
  const outcome = readOutcome(toRecord(pageRequest).outcome);
  return { process, sequence, ...readAnnounced(value, outcome) };
}

/** Reads what a server's entry says about its origin, apart from its number. */
export function readAnnounced(value: unknown, outcome?: PageRequestOutcome): Pick<ServerOrigin, 'app' | 'pageRequest'> {
  const { app, pageRequest } = toRecord(value);
  return { app: toLine(app, MAX_APP_CHARS) || undefined, pageRequest: readPageRequest(pageRequest, outcome) };
}

/** A positive count, or `undefined`. */
export function toSequence(value: unknown): number | undefined {
  return isCount(value) && value > 0 ? value : undefined;
}

/** Whether it is a count as the protocol allows it, of at most 15 digits. */
export function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MAX_NUMBER;
}

function readPageRequest(value: unknown, outcome: PageRequestOutcome | undefined): PageRequest | undefined {
  if (!isObject(value)) return undefined;
  const { id, method, path, startedDateTime } = value;
  if (!isCount(id) || typeof method !== 'string' || !/^[\w-]{1,20}$/.test(method)) return undefined;
  const start = typeof startedDateTime === 'string' ? Date.parse(startedDateTime.slice(0, 100)) : undefined;
  const line = toLine(path, MAX_PATH_CHARS)?.split(/[?#]/)[0];
  if (line === undefined || !line.startsWith('/')) return undefined;
  return { id, method: method.toUpperCase(), path: line, startedMs: toTimeMs(start), outcome };
}

function readOutcome(value: unknown): PageRequestOutcome | undefined {
  const { status, durationMs } = toRecord(value);
  const known = status === 0 ? 0 : toStatus(status);
  if (known === undefined) return undefined;
  return { status: known, durationMs: toDurationMs(durationMs), exchangeId: undefined };
}

/** Puts the text on one line, without invisible characters. */
function toLine(value: unknown, maxChars: number): string | undefined {
  return toShortText(value, maxChars)
    ?.replace(/[\p{C}\p{Z}\s]{1,500}/gu, ' ')
    .trim();
}
