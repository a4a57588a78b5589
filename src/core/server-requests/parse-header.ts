// Parses the response header with which a server announces requests that it made. It may contain anything.

export const SERVER_HEADER = 'xero-inspector';

export interface ServerHeader {
  /** The key of the process. */
  readonly key: string;
  /** The sequence number of the last entry that a browser has fetched. */
  readonly cursor: number;
  /** The number that the process gave to the browser's request. */
  readonly request: number;
}

const MAX_HEADER_CHARS = 150;

/** `undefined` unless the value has the form that the protocol defines. */
export function parseServerHeader(value: string): ServerHeader | undefined {
  if (value.length > MAX_HEADER_CHARS) return undefined;
  const [, key, cursor, request] = /^\?xero-inspector=([\w-]{22})\.(\d{1,15})\.(\d{1,15})$/.exec(value.trim()) ?? [];
  return key === undefined ? undefined : { key, cursor: Number(cursor), request: Number(request) };
}
