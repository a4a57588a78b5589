// Source: developer.xero.com/faq/limits and guides/idempotent-requests, read 2026-11-22. Times that advice is worked out from.

/** How long an Idempotency-Key keeps the first answer, counted from the first call. */
export const idempotencyKeySeconds = 360;

/** A Retry-After beyond this cannot be one of Xero's windows: the longest is a day. Seconds. */
export const longestRetryAfterSeconds = 172_800;
