// Reads values of a HAR file, which may be anything. Values out of bounds count as unknown, so no file can make the panel show nonsense.

import { redactSecrets } from '../secrets/redact-secrets.ts';

const MIN_TIME_MS = Date.UTC(2000, 0, 1);
const MAX_TIME_MS = Date.UTC(2100, 0, 1);
/** A day. */
const MAX_DURATION_MS = 86_400_000;
/** The maximum number of bytes or characters: more than any browser reads. */
const MAX_SIZE = 10_000_000_000;
/** Secrets are redacted before the text is cut, because half a token is not recognizable. */
const MAX_REDACTED_CHARS = 10_000;

/** Milliseconds since the epoch, in the years from 2000 to 2099. */
export function toTimeMs(value: unknown): number | undefined {
  return isWithin(value, MIN_TIME_MS, MAX_TIME_MS) ? value : undefined;
}

/** Accepts times near 0, which tokens that never were valid have. */
export function toTokenTimeMs(value: unknown): number | undefined {
  return isWithin(value, 0, MAX_TIME_MS) ? value : undefined;
}

export function toDurationMs(value: unknown): number | undefined {
  return isWithin(value, 0, MAX_DURATION_MS) ? value : undefined;
}

/** A number of bytes or characters. */
export function toSize(value: unknown): number | undefined {
  return Number.isInteger(value) && isWithin(value, 0, MAX_SIZE) ? value : undefined;
}

/** A status in the range that HTTP defines. */
export function toStatus(value: unknown): number | undefined {
  return Number.isInteger(value) && isWithin(value, 100, 599) ? value : undefined;
}

/** Cut after `maxChars`, without secrets: a file may contain tokens anywhere. */
export function toShortText(value: unknown, maxChars: number): string | undefined {
  return typeof value === 'string' ? redactSecrets(value.slice(0, MAX_REDACTED_CHARS)).slice(0, maxChars) : undefined;
}

/** An empty object if the value isn't an object. */
export function toRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function isWithin(value: unknown, min: number, max: number): value is number {
  return typeof value === 'number' && value >= min && value <= max;
}
