// Makes a HAR entry as browsers hand them over of what stands in a file: every tool writes HAR in its own way, and a file may say anything.

import type { Entry } from 'har-format';

/** What is missing is as if it were unknown; a sentence where nothing can be made of it. */
export function entryFromFile(value: object): Entry | string {
  const { request: asked, response: answered, ...entry } = value as Record<string, unknown>;
  const request = recordOf(asked);
  const response = recordOf(answered);
  const url = text(request.url);
  if (url === undefined || url === '') return 'The entry names no address.';
  const made = {
    startedDateTime: startOf(entry.startedDateTime),
    time: timeOf(entry),
    timings: numbersIn(entry.timings),
    request: {
      method: (text(request.method) ?? 'GET').toUpperCase(),
      url: addressOf(url, request.queryString),
      headers: headersOf(request.headers),
      ...sentOf(recordOf(request.postData)),
      bodySize: number(request.bodySize) ?? -1,
    },
    response: {
      status: Math.trunc(number(response.status) ?? 0),
      statusText: text(response.statusText) ?? '',
      headers: headersOf(response.headers),
      content: contentOf(response),
      _error: wordOf(response._error),
      _fetchedViaServiceWorker: response._fetchedViaServiceWorker === true,
    },
  };
  // What nothing here reads is left out.
  return made as unknown as Entry;
}

function startOf(value: unknown): string {
  const ms = typeof value === 'number' ? value : Date.parse(text(value) ?? '');
  const date = new Date(ms);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString();
}

/** The whole, or the sum of its parts; -1 where neither is told. `ssl` is within `connect`. */
function timeOf(entry: Record<string, unknown>): number {
  const time = number(entry.time);
  if (time !== undefined) return time;
  const parts = Object.entries(numbersIn(entry.timings)).filter(([name, ms]) => name !== 'ssl' && ms >= 0);
  return parts.length === 0 ? -1 : parts.reduce((sum, [, ms]) => sum + ms, 0);
}

function numbersIn(value: unknown): Record<string, number> {
  const numbers: Record<string, number> = {};
  for (const [name, each] of Object.entries(recordOf(value))) {
    const ms = number(each);
    if (ms !== undefined) numbers[name] = ms;
  }
  return numbers;
}

/** Some tools keep the query apart from the address. */
function addressOf(url: string, query: unknown): string {
  const parameters = pairsIn(query);
  if (parameters.length === 0 || url.includes('?')) return url;
  const [address = '', fragment] = url.split('#');
  const made = new URLSearchParams(parameters.map(({ name, value }) => [name, value])).toString();
  return `${address}?${made}${fragment === undefined ? '' : `#${fragment}`}`;
}

function headersOf(value: unknown): { name: string; value: string }[] {
  if (Array.isArray(value)) return pairsIn(value);
  return Object.entries(recordOf(value)).map(([name, each]) => ({ name, value: text(each) ?? '' }));
}

function pairsIn(value: unknown): { name: string; value: string }[] {
  if (!Array.isArray(value)) return [];
  // Nearly always there is nothing to mend.
  if (value.every(isPair)) return value;
  return value.flatMap((each) => {
    const { name, value } = recordOf(each);
    const known = text(name);
    return known === undefined || known === '' ? [] : [{ name: known, value: text(value) ?? '' }];
  });
}

function isPair(value: unknown): value is { name: string; value: string } {
  const { name, value: held } = recordOf(value);
  return typeof name === 'string' && name !== '' && typeof held === 'string';
}

/** A form may be told field by field, and a body in base64. */
function sentOf(data: Record<string, unknown>): { postData?: { mimeType: string; text: string } } {
  const whole = typeof data.text === 'object' && data.text !== null ? JSON.stringify(data.text) : text(data.text);
  const sent =
    whole === undefined || whole === '' ? formOf(data.params) : data.encoding === 'base64' ? fromBase64(whole) : whole;
  return sent === '' ? {} : { postData: { mimeType: text(data.mimeType) ?? '', text: sent } };
}

function formOf(params: unknown): string {
  return new URLSearchParams(pairsIn(params).map(({ name, value }) => [name, value])).toString();
}

function fromBase64(encoded: string): string {
  try {
    const bytes = Uint8Array.from(atob(encoded), (each) => each.charCodeAt(0));
    return new TextDecoder().decode(bytes);
  } catch {
    // It was not base64 after all: then it is what was sent.
    return encoded;
  }
}

function contentOf(response: Record<string, unknown>) {
  const content = recordOf(response.content);
  const { text: held } = content;
  const whole = typeof held === 'object' && held !== null ? JSON.stringify(held) : text(held);
  const size = number(content.size) ?? number(response.bodySize) ?? -1;
  return {
    size,
    mimeType: text(content.mimeType) ?? '',
    ...(whole === undefined ? {} : { text: whole }),
    ...(content.encoding === 'base64' ? { encoding: 'base64' } : {}),
  };
}

/** What a browser says went wrong: a short word, such as `net::ERR_FAILED`. */
function wordOf(value: unknown): string | undefined {
  return typeof value === 'string' && /^[\w:.() -]{1,80}$/.test(value) ? value : undefined;
}

function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function text(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

/** Also one that is written as a text, `12 ms` too. */
function number(value: unknown): number | undefined {
  const read = typeof value === 'string' ? Number.parseFloat(value) : value;
  return typeof read === 'number' && Number.isFinite(read) ? read : undefined;
}
