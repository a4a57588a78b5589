// Documented formats, and how their values are classified and described.

import type { FieldRow } from '../../../catalogue/schema.ts';
import { formatInteger } from '../../text/format-number.ts';

/** `utc`: ISO 8601 that ends in Z or +00:00. */
export function classifyTimestamp(text: string): 'utc' | 'other-zone' | 'no-zone' | 'unreadable' {
  const match = moment.exec(text.trim());
  if (match === null || !isDay(Number(match[1]), Number(match[2]), Number(match[3]))) return 'unreadable';
  const zone = match[4];
  if (zone === undefined) return 'no-zone';
  return /^(Z|[+-]00:?00)$/i.test(zone) ? 'utc' : 'other-zone';
}

/** Not `Date.parse`: engines differ for more than three digits of a second, and for 30 February. */
const moment =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](?:(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?|24:00(?::00)?)(Z|[+-]\d\d:?\d\d)?)?$/i;

function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return year > 0 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** Whether a number is within the documented range. */
export function isInRange(value: number, { min, max }: FieldRow): boolean {
  return value >= (min ?? Number.NEGATIVE_INFINITY) && value <= (max ?? Number.POSITIVE_INFINITY);
}

/** `1 to 59,940 minutes`, `at least 1 minute`, `at most 100`. */
export function formatRange({ min, max, unit = '' }: FieldRow): string {
  const amount = (value: number) => `${formatInteger(value)} ${value === 1 ? unit.replace(/s$/, '') : unit}`.trimEnd();
  if (min !== undefined && max !== undefined) return `${formatInteger(min)} to ${amount(max)}`;
  return min === undefined ? `at most ${amount(max ?? 0)}` : `at least ${amount(min)}`;
}

/** `a`, `b` or `c`; for many values, only their number. */
export function formatList(values: readonly string[]): string {
  if (values.length > 8) return `one of the ${values.length} documented values`;
  const marked = values.map((each) => `\`${each}\``);
  return marked.length < 2 ? marked.join('') : `${marked.slice(0, -1).join(', ')} or ${marked.at(-1)}`;
}

/** The JSON type of a value: `a string`, `null`, `an array`. */
export function jsonType(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'an array';
  const names: Record<string, string> = {
    string: 'a string',
    number: 'a number',
    boolean: 'a boolean',
    object: 'an object',
  };
  return names[typeof value] ?? 'nothing';
}

/** Lower-cases the start of a catalogue rule for use within a sentence. `ISO 8601 in UTC` stays unchanged. */
export function lowercaseFirst(rule: string): string {
  return /^[A-Z][a-z ]/.test(rule) ? rule.charAt(0).toLowerCase() + rule.slice(1) : rule;
}
