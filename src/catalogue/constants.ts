// Source: developer.xero.com/faq/limits, guides/idempotent-requests and the OpenAPI file, read 2026-11-22. Numbers that advice is worked out from.

/** How long an Idempotency-Key keeps the first answer, counted from the first call. */
export const IDEMPOTENCY_KEY_SECONDS = 360;

/** A Retry-After beyond this cannot be one of Xero's windows: the longest is a day. Seconds. */
export const MAX_RETRY_AFTER_SECONDS = 86_400;

/** Of the `Idempotency-Key` header, by the specification. Characters. */
export const MAX_IDEMPOTENCY_KEY_CHARS = 128;

/** Of all request headers together, as development proxies report it. Bytes. */
export const MAX_HEADERS_BYTES = 8_192;

/** The largest page of a list that may be asked for, and the one that is given where none is, by the specification. Items. */
export const maxPageSize = 500;
export const defaultPageSize = 50;
