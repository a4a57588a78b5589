// Formats numbers, times and texts for display.

import { clockTime } from '../../core/text/clock-time.ts';
import { formatInteger } from '../../core/text/format-number.ts';

const UNKNOWN = '–';

/** A time of day, with the date unless it is today. */
export function formatTime(ms: number, nowMs: number): string {
  const date = new Date(ms);
  if (Number.isNaN(date.getTime())) return UNKNOWN;
  if (date.toDateString() === new Date(nowMs).toDateString()) return clockTime(ms);
  return `${date.toLocaleDateString(undefined, { weekday: 'short', day: 'numeric', month: 'short' })} ${clockTime(ms)}`;
}

/** A countdown: `0:22`, `18:36:15`. */
export function formatCountdown(seconds: number): string {
  if (!Number.isFinite(seconds)) return UNKNOWN;
  const wholeSeconds = Math.max(0, Math.ceil(seconds));
  const [hours, minutes, rest] = [
    Math.floor(wholeSeconds / 3600),
    Math.floor(wholeSeconds / 60) % 60,
    wholeSeconds % 60,
  ];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

/** The duration of a request: `12 ms`, `1.24 s`. */
export function formatMs(ms: number | undefined): string {
  if (ms === undefined || !Number.isFinite(ms)) return UNKNOWN;
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(2)} s`;
}

/** `512 B`, `12.3 kB`, `64 MB`. */
export function formatBytes(count: number): string {
  if (!Number.isFinite(count)) return UNKNOWN;
  if (count < 1000) return `${count} B`;
  if (count < 1_000_000) return `${(count / 1000).toFixed(1)} kB`;
  const mega = count / 1_000_000;
  return mega < 10 ? `${mega.toFixed(1)} MB` : `${Math.round(mega)} MB`;
}

/** Captured text can have any length; an ellipsis marks the cut. */
export function truncate(text: string, maxChars: number): string {
  return text.length <= maxChars ? text : `${text.slice(0, maxChars)}… (${formatInteger(text.length)} characters)`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
