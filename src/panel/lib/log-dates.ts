// The times of the list, with dates where it spans days.

import type { Exchange } from '../../core/model/exchange.ts';
import { clockTime } from '../../core/text/clock-time.ts';

/** What precedes each time: nothing if everything happened today, or the day, or the day and the year. */
export type LogDates = 'none' | 'day' | 'year';

/** `exchanges` in order of time; those without a time are last. */
export function datesOf(exchanges: readonly Exchange[], nowMs: number): LogDates {
  const last = exchanges.findLast(({ startedMs }) => !Number.isNaN(startedMs));
  const [first] = exchanges;
  if (first === undefined || last === undefined) return 'none';
  const today = new Date(nowMs);
  const ends = [new Date(first.startedMs), new Date(last.startedMs)];
  if (ends.some((each) => each.getFullYear() !== today.getFullYear())) return 'year';
  return ends.every((each) => each.toDateString() === today.toDateString()) ? 'none' : 'day';
}

/** `14:02:41`, or `22 Nov 14:02:41` in the user's language; a dash if unknown. */
export function formatRowTime(ms: number, dates: LogDates): string {
  const time = clockTime(ms);
  if (dates === 'none' || Number.isNaN(new Date(ms).getTime())) return time;
  const year = dates === 'year' ? 'numeric' : undefined;
  // A formatter takes long to create, and every row needs one.
  const format = formats.get(dates) ?? new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', year });
  formats.set(dates, format);
  return `${format.format(ms)} ${time}`;
}

const formats = new Map<LogDates, Intl.DateTimeFormat>();
