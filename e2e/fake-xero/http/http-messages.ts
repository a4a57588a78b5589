// The requests that the local server receives and the responses that it sends, byte for byte.

/** Name and value, in the case and order of the wire; a name may be repeated. */
export type Header = readonly [name: string, value: string];

export interface HttpResponse {
  readonly status: number;
  /** By default, the standard phrase of the status. */
  readonly statusText?: string;
  readonly headers: readonly Header[];
  readonly body: string | Buffer;
  /** Time to wait before the first byte, ms. */
  readonly delayMs?: number;
  /** Instead of a complete response: close immediately, stop in the middle of the body, or never respond. */
  readonly action?: 'drop' | 'cut' | 'hang';
}

export interface HttpRequest {
  readonly method: string;
  /** With the query string. */
  readonly path: string;
  readonly headers: readonly Header[];
  readonly body: string;
}

/** The first value of header `name` (any case); `undefined` if it was not sent. */
export function headerOf(headers: readonly Header[], name: string): string | undefined {
  const lowerCaseName = name.toLowerCase();
  return headers.find(([each]) => each.toLowerCase() === lowerCaseName)?.[1];
}

/** Turns Node's flat list of names and values into pairs. */
export function pairs(flat: readonly string[]): Header[] {
  const found: Header[] = [];
  for (let index = 0; index + 1 < flat.length; index += 2) found.push([flat[index] ?? '', flat[index + 1] ?? '']);
  return found;
}
