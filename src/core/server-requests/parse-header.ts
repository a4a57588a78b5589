// Parses the response header by which a server announces requests that it made. A page may send anything under its name.

export const SERVER_HEADER = 'xero-inspector';

export interface ServerHeader {
  /** Of the process. */
  readonly key: string;
  /** The number of the last entry that a browser has fetched. */
  readonly cursor: number;
  /** The browser's request, numbered by the process. */
  readonly request: number;
}

const MAX_HEADER_CHARS = 150;

/** `undefined` for everything but the form that the protocol defines. */
export function parseServerHeader(value: string): ServerHeader | undefined {
  if (value.length > MAX_HEADER_CHARS) return undefined;
  const [, key, cursor, request] = /^\?xero-inspector=([\w-]{22})\.(\d{1,15})\.(\d{1,15})$/.exec(value.trim()) ?? [];
  return key === undefined ? undefined : { key, cursor: Number(cursor), request: Number(request) };
}
