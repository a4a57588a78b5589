// Parses `Retry-After`: seconds or a date.

import { MAX_RETRY_AFTER_SECONDS } from '../../catalogue/constants.ts';
import { type RateLimitRow, rateLimit } from '../../catalogue/rate-limits.ts';
import { getHeader, type Headers } from '../model/exchange.ts';
import { formatInteger } from '../text/format-number.ts';
import { quote } from '../text/quote.ts';

export interface RetryAfter {
  /** Counted from the end of the response; the longest usable value if the header is repeated. */
  readonly seconds: number | undefined;
  /** Sentences about a value that is wrong, whether or not it can be used. */
  readonly problem: string | undefined;
}

/**
 * `undefined` if there is no such header. `endMs` is the end of the response; dates are relative to its `Date` header if present.
 * With the limit that was reached, a value that is longer than its window isn't used.
 */
export function retryAfter(headers: Headers, endMs: number, limit?: RateLimitRow['id']): RetryAfter | undefined {
  const values = headers.filter(([name]) => name === 'retry-after').map(([, value]) => value.trim());
  if (values.length === 0) return undefined;
  const dateMs = Date.parse(getHeader(headers, 'date') ?? '');
  const sentMs = Number.isNaN(dateMs) ? endMs : dateMs;
  const parsed = values.flatMap(splitList).map((value) => parseValue(value, sentMs, limit));
  const usable = parsed.filter((each) => each.seconds !== undefined) as { seconds: number; problem?: string }[];
  const quoted = quote(`Retry-After: ${values.join(', ')}`, 80);
  if (usable.length === 0) {
    const problem = parsed.find((each) => each.problem)?.problem ?? NOT_A_TIME;
    return { seconds: undefined, problem: `${quoted} ${problem}. Ignore it.` };
  }
  const longest = usable.reduce((a, b) => (b.seconds > a.seconds ? b : a));
  return {
    seconds: longest.seconds,
    problem: longest.problem === undefined ? undefined : `${quoted} ${longest.problem}.`,
  };
}

/** The usable wait; `undefined` if there is none. */
export function retryAfterSeconds(headers: Headers, endMs: number, limit?: RateLimitRow['id']): number | undefined {
  return retryAfter(headers, endMs, limit)?.seconds;
}

/** `problem` completes a sentence about the value. */
interface ParsedValue {
  readonly seconds?: number;
  readonly problem?: string;
}

const NOT_A_TIME = 'is neither whole seconds nor a date';

/** Repeated headers may be joined by commas; an HTTP date itself contains a comma. */
function splitList(value: string): string[] {
  return /^[\s\d.,+-]*$/.test(value) ? value.split(',').map((each) => each.trim()) : [value];
}

function parseValue(value: string, sentMs: number, limit: RateLimitRow['id'] | undefined): ParsedValue {
  const parsed = /^-?\d+(\.\d+)?$/.test(value) ? parseNumber(value) : parseDate(value, sentMs);
  const maxSeconds = limit === undefined ? MAX_RETRY_AFTER_SECONDS : rateLimit(limit).maxRetryAfterSeconds;
  if (parsed.seconds === undefined || parsed.seconds <= maxSeconds) return parsed;
  return { problem: tooLong(limit) };
}

function parseNumber(value: string): ParsedValue {
  const seconds = Math.ceil(Number(value));
  if (seconds > 0) return { seconds };
  return { problem: Number(value) < 0 ? 'is negative' : 'isn’t a usable delay' };
}

function tooLong(limit: RateLimitRow['id'] | undefined): string {
  if (limit === undefined) return 'is longer than the window of any Xero limit';
  const { windowSeconds } = rateLimit(limit);
  if (windowSeconds === 0) return 'is too long for a limit that counts requests in progress';
  return `is longer than the limit’s window of ${formatInteger(windowSeconds)} seconds`;
}

function parseDate(value: string, sentMs: number): ParsedValue {
  const form = dateForms.find(({ pattern }) => pattern.test(value));
  if (form === undefined) return { problem: NOT_A_TIME };
  const timeMs = Date.parse(form.isUtc ? `${value} GMT` : value);
  if (Number.isNaN(timeMs)) return { problem: NOT_A_TIME };
  if (form.hasNoZone) return { problem: 'is a date without a time zone' };
  const seconds = Math.ceil((timeMs - sentMs) / 1000);
  if (!(seconds > 0)) return { problem: Number.isNaN(seconds) ? NOT_A_TIME : 'is in the past' };
  return form.problem === undefined ? { seconds } : { seconds, problem: form.problem };
}

interface DateForm {
  readonly pattern: RegExp;
  readonly isUtc?: true;
  readonly hasNoZone?: true;
  readonly problem?: string;
}

const OTHER_ZONE = 'isn’t an HTTP date, which is always in GMT. This advice uses the stated time zone';

/** Source: RFC 9110, section 5.6.7, for the forms without a problem. The first that matches is used. */
const dateForms: readonly DateForm[] = [
  // `Sun, 22 Nov 2026 14:03:11 GMT`, `Sunday, 22-Nov-26 14:03:11 GMT`
  { pattern: /^[A-Z][a-z]{2,8}, \d{1,2}[ -][A-Z][a-z]{2}[ -]\d{2,4} [\d:]{8} (GMT|UTC)$/ },
  // `Sun Nov 22 14:03:11 2026`, always UTC
  { pattern: /^[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d [\d:]{8} \d{4}$/, isUtc: true },
  { pattern: /^\d{4}-\d\d-\d\d[T ][\d:.]{5,}\s?(Z|[+-]\d\d:?\d\d)$/, problem: OTHER_ZONE },
  {
    pattern: /^([A-Z][a-z]{2,8},? )?\d{1,2}[ -][A-Z][a-z]{2}.* ([A-Z]{1,4}|(GMT|UTC)?[+-]\d\d:?\d\d)$/,
    problem: OTHER_ZONE,
  },
  { pattern: /^([A-Z][a-z]{2,8},? )?\d{1,2}[ -][A-Z][a-z]{2}[ -]\d{2,4}/, hasNoZone: true },
  { pattern: /^\d{4}-\d\d-\d\d/, hasNoZone: true },
];
