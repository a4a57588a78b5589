// Parses `Retry-After`: seconds or an HTTP date.

import { MAX_RETRY_AFTER_SECONDS } from '../../catalogue/constants.ts';
import { getHeader, type Headers } from '../model/exchange.ts';

/** `undefined` if there is no valid value. */
export function retryAfterSeconds(headers: Headers, endMs: number): number | undefined {
  return retryAfter(headers, endMs)?.seconds;
}

export interface RetryAfter {
  /** Counted from the end of the response; the longest usable value if the header is repeated. */
  readonly seconds: number | undefined;
  /** A sentence that says why no value is usable. */
  readonly problem: string | undefined;
}

/** `undefined` if there is no such header. `endMs` is the end of the response; dates are relative to its `Date` header if present. */
export function retryAfter(headers: Headers, endMs: number): RetryAfter | undefined {
  const values = headers.filter(([name]) => name === 'retry-after').map(([, value]) => value.trim());
  if (values.length === 0) return undefined;
  const read = values.flatMap(splitList).map((value) => parseSeconds(value, headers, endMs));
  const usable = read.filter((each) => each !== undefined && each <= MAX_RETRY_AFTER_SECONDS) as number[];
  if (usable.length > 0) return { seconds: usable.reduce((a, b) => Math.max(a, b)), problem: undefined };
  const quoted = values.join(', ').slice(0, 60);
  const why = read.some((each) => each !== undefined)
    ? 'is longer than any of Xero’s limits lasts'
    : 'is neither whole seconds nor a date';
  return { seconds: undefined, problem: `\`Retry-After: ${quoted}\` ${why}; it is left out of this advice.` };
}

/** Repeated headers may be joined by commas; an HTTP date itself contains a comma. */
function splitList(value: string): string[] {
  return /^[\s\d.,+-]*$/.test(value) ? value.split(',').map((each) => each.trim()) : [value];
}

function parseSeconds(value: string, headers: Headers, endMs: number): number | undefined {
  if (/^\d+(\.\d+)?$/.test(value)) return Math.ceil(Number(value));
  if (!/^[A-Za-z]{3,9},? /.test(value)) return undefined;
  const sentMs = Date.parse(getHeader(headers, 'date') ?? '');
  const seconds = Math.ceil((Date.parse(value) - (Number.isNaN(sentMs) ? endMs : sentMs)) / 1000);
  return Number.isNaN(seconds) ? undefined : Math.max(0, seconds);
}
