// What the local server sends back, byte for byte, and what it was asked.

/** Name and value, in the case and order they go over the wire; a name may be repeated. */
export type Header = readonly [name: string, value: string];

export interface Answer {
  readonly status: number;
  /** The standard phrase of the status where left out. */
  readonly statusText?: string;
  readonly headers: readonly Header[];
  readonly body: string | Buffer;
  /** Time to wait before the first byte, ms. */
  readonly delayMs?: number;
  /** Instead of answering: close at once, stop in the middle of the body, or never answer. */
  readonly action?: 'drop' | 'cut' | 'hang';
}

export interface Question {
  readonly method: string;
  /** With the query string. */
  readonly path: string;
  readonly headers: readonly Header[];
  readonly body: string;
}

/** The first value of header `name` (any case); `undefined` where it was not sent. */
export function headerOf(headers: readonly Header[], name: string): string | undefined {
  const wanted = name.toLowerCase();
  return headers.find(([each]) => each.toLowerCase() === wanted)?.[1];
}

/** Node's flat list of names and values, in pairs. */
export function pairs(flat: readonly string[]): Header[] {
  const found: Header[] = [];
  for (let index = 0; index + 1 < flat.length; index += 2) found.push([flat[index] ?? '', flat[index + 1] ?? '']);
  return found;
}
