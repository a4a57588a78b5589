// Source: developer.xero.com/faq/limits, guides/idempotent-requests and the OpenAPI file, read 2026-11-22. Limits that checks and advice use.

/** How long the first response is cached under an Idempotency-Key, counted from the first request. */
export const IDEMPOTENCY_KEY_SECONDS = 360;

/** In seconds. A longer Retry-After can't be one of Xero's windows: the longest is a day. */
export const MAX_RETRY_AFTER_SECONDS = 86_400;

/** Of the `Idempotency-Key` header, according to the specification. */
export const MAX_IDEMPOTENCY_KEY_CHARS = 128;

/** Of all request headers together, as development proxies report it. */
export const MAX_HEADERS_BYTES = 8_192;

/** The largest page size of a list that a request may ask for, and the default, according to the specification. */
export const maxPageSize = 500;
export const defaultPageSize = 50;
