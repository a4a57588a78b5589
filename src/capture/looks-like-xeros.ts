// Guesses whether an entry that is not recognised may be for the Projects API behind a proxy of the app's own.

/** The address, as far as a mapping needs it; `undefined`: nothing speaks for it. */
export function looksLikeXeros(entry: object): string | undefined {
  const { request, response } = entry as { request?: Record<string, unknown>; response?: Record<string, unknown> };
  const address = typeof request?.url === 'string' && URL.canParse(request.url) ? new URL(request.url) : undefined;
  // Xero's own sites are no proxies.
  if (address === undefined || /(?:^|\.)xero\.com$/i.test(address.hostname)) return undefined;
  const speaks =
    isOfProjects.test(address.pathname) || names(request?.headers, isSent) || names(response?.headers, isAnswered);
  return speaks ? `${address.origin}${address.pathname}`.slice(0, 200) : undefined;
}

const isOfProjects = /xero.*\/(?:projects|projectsusers)(?:\/|$)/i;
const isSent = /^xero-tenant-id$/i;
const isAnswered = /^(?:xero-correlation-id|x-(?:app)?minlimit-remaining|x-daylimit-remaining)$/i;

function names(headers: unknown, wanted: RegExp): boolean {
  if (!Array.isArray(headers)) return false;
  return headers.some((each) => typeof each?.name === 'string' && wanted.test(each.name));
}
