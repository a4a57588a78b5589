// Detects what CORS did to a request from HAR entries: each browser reports a blocked request in its own way.

import type { Entry } from 'har-format';

/** An OPTIONS request that the browser itself sent to ask for permission. */
export function isPreflight(entry: Entry): boolean {
  return entry.request.method === 'OPTIONS' && headerValue(entry.request.headers, REQUEST_METHOD_HEADER) !== undefined;
}

/** The method of the request that a preflight was sent for. */
export function requestedMethod(preflight: Entry): string {
  return headerValue(preflight.request.headers, REQUEST_METHOD_HEADER) ?? 'GET';
}

/** The names of the headers of the request; their values are unknown. */
export function requestedHeaders(preflight: Entry): string[] {
  return parseList(headerValue(preflight.request.headers, 'access-control-request-headers'));
}

/** Whether the response to a preflight allows the request, by the rules of the Fetch standard. */
export function preflightAllows(preflight: Entry): boolean {
  const { status, headers } = preflight.response;
  if (status < 200 || status > 299 || !originAllowed(preflight)) return false;
  const methods = parseList(headerValue(headers, 'access-control-allow-methods'));
  const names = parseList(headerValue(headers, 'access-control-allow-headers'));
  const method = requestedMethod(preflight).toLowerCase();
  return (
    (['get', 'head', 'post'].includes(method) || methods.includes(method) || methods.includes('*')) &&
    (names.includes('*') || requestedHeaders(preflight).every((name) => names.includes(name)))
  );
}

/** Whether the browser hid a response from the page: it is from another origin and does not allow this one. */
export function isResponseBlocked(entry: Entry): boolean {
  const origin = headerValue(entry.request.headers, 'origin');
  return origin !== undefined && origin !== originOf(entry.request.url) && !originAllowed(entry);
}

function originAllowed(entry: Entry): boolean {
  const allowed = headerValue(entry.response.headers, 'access-control-allow-origin');
  return allowed === '*' || (allowed !== undefined && allowed === headerValue(entry.request.headers, 'origin'));
}

const REQUEST_METHOD_HEADER = 'access-control-request-method';

function headerValue(headers: Entry['request']['headers'] | undefined, name: string): string | undefined {
  return headers?.find((each) => each.name.toLowerCase() === name)?.value;
}

function parseList(value: string | undefined): string[] {
  return (value ?? '')
    .toLowerCase()
    .split(',')
    .map((each) => each.trim())
    .filter(Boolean);
}

function originOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).origin : undefined;
}
