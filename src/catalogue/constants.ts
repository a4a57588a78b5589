// Source: developer.xero.com/faq/limits, guides/idempotent-requests and the OpenAPI file, read 2026-11-22. Numbers that advice is worked out from.

/** How long an Idempotency-Key keeps the first answer, counted from the first call. */
export const idempotencyKeySeconds = 360;

/** A Retry-After beyond this cannot be one of Xero's windows: the longest is a day. Seconds. */
export const longestRetryAfterSeconds = 172_800;

/** Of the `Idempotency-Key` header, by the specification. Characters. */
export const longestIdempotencyKey = 128;

/** Of all request headers together, as development proxies report it. Bytes. */
export const largestHeaders = 8_192;

/** The largest page of a list that may be asked for, and the one that is given where none is, by the specification. Items. */
export const largestPage = 500;
export const usualPage = 50;
