// Limits of URLs, and stripping of query and fragment.

/** URLs are truncated to this before parsing: a `data:` URL can have megabytes. */
export const MAX_URL_CHARS = 16_384;

/** URLs of pages and of requests that may not be Xero's are truncated to this. */
export const MAX_UNRELATED_URL_CHARS = 2_048;

/** Removes query and fragment, which may contain secrets. */
export function stripQuery(url: string): string {
  return before(url, url.search(/[?#]/));
}

export function stripFragment(url: string): string {
  return before(url, url.indexOf('#'));
}

function before(text: string, at: number): string {
  return at === -1 ? text : text.slice(0, at);
}
