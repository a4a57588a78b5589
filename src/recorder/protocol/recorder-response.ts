// The response body that the panel reads: HAR 1.2 with the entries after a cursor, or a part of an entry that is too long.

import type { Store } from '../recording/store.ts';
import type { RecorderQuery } from './query.ts';

export interface RecorderResponse {
  readonly body: string;
  /** The sequence number of the last entry that the reader then has; `undefined` if more parts of an entry follow. */
  readonly next: number | undefined;
}

export interface RecorderResponseOptions {
  readonly version: string;
  readonly key: string;
  readonly inFlight: number;
}

/** Firefox gives extensions at most 1 MB of a response. */
const MAX_BYTES = 512 * 1024;
/** Reserved for everything but the entries. */
const FRAME_BYTES = 1_024;

export function createRecorderResponse(
  store: Store,
  { cursor, from }: RecorderQuery,
  options: RecorderResponseOptions,
): RecorderResponse {
  const entries = store.after(cursor);
  const [first] = entries;
  if (first !== undefined && first.json.length > MAX_BYTES - FRAME_BYTES) {
    // The body must be identical for all parts, so it has no changing values.
    const state = { next: first.sequence, inFlight: 0, dropped: first.sequence - 1 - cursor, more: true };
    return createPart(writeBody([first.json], state, options), first.sequence, from);
  }
  let bytes = FRAME_BYTES;
  const fitting = entries.filter(({ json }) => {
    bytes += json.length + 1;
    return bytes <= MAX_BYTES;
  });
  const next = fitting.at(-1)?.sequence ?? store.last();
  const more = fitting.length < entries.length;
  const state = { next, inFlight: options.inFlight, dropped: store.evictedAfter(cursor), more };
  const json = fitting.map((each) => each.json);
  return { body: writeBody(json, state, options), next };
}

function writeBody(entries: readonly Buffer[], state: object, { version, key }: RecorderResponseOptions): string {
  const creator = { name: 'xero-projects-recorder', version };
  const inspector = { protocol: 1, key, ...state };
  return `{"log":{"version":"1.2","creator":${JSON.stringify(creator)},"entries":[${entries.join(',')}],"_xeroInspector":${JSON.stringify(inspector)}}}`;
}

function createPart(whole: string, sequence: number, offset: number): RecorderResponse {
  let length = MAX_BYTES / 2;
  let text = whole.slice(offset, offset + length);
  // Escaped characters take more space in JSON.
  while (Buffer.byteLength(JSON.stringify(text)) > MAX_BYTES - FRAME_BYTES) {
    length = Math.floor(length / 2);
    text = whole.slice(offset, offset + length);
  }
  const isLast = offset + text.length >= whole.length;
  const body = JSON.stringify({ part: { sequence, offset, total: whole.length, text } });
  return { body, next: isLast ? sequence : undefined };
}
