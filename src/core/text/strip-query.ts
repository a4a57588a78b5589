// URLs without what follows their path.

/** The longest URL that is stored or examined whole; longer ones are cut. */
export const MAX_URL_CHARS = 2_048;

/** Without query and fragment, which may hold secrets. */
export function stripQuery(url: string): string {
  return url.replace(/[?#].*$/s, '');
}
