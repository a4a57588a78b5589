// A mapped prefix in few words.

const MAX_CHARS = 60;

/** Omits the origin if it is that of the page. */
export function shortenPrefix(prefix: string, pageUrl: string | undefined): string {
  const origin = pageUrl !== undefined && URL.canParse(pageUrl) ? new URL(pageUrl).origin : undefined;
  const path = origin !== undefined && prefix.startsWith(`${origin}/`) ? prefix.slice(origin.length) : prefix;
  return path.length > MAX_CHARS ? `${path.slice(0, MAX_CHARS - 1)}…` : path;
}
