// Hosts that a copied command may send the token to without a warning: Xero's, the page's own, and those of the user's mappings.

import { apiHost, identityHost } from '../../catalogue/api-address.ts';
import type { RequestSnapshot } from './request-snapshot.ts';

/** `urls`: the user's mappings and the URLs of the inspected page. Paths have no host and are ignored. */
export function knownHosts(urls: readonly string[]): string[] {
  return urls.filter((each) => URL.canParse(each)).map((each) => new URL(each).host);
}

const XERO_HOSTS: readonly string[] = [apiHost, identityHost];

/** A warning for each request to a host that is neither Xero's nor in `known`, or to Xero without encryption. */
export function hostWarnings(request: RequestSnapshot, known: readonly string[]): string[] {
  const { url, host, authorization, variables } = request;
  const isXero = XERO_HOSTS.includes(host);
  const isEncrypted = url.startsWith('https:');
  if ((isXero && isEncrypted) || known.includes(host)) return [];
  const sent = authorization !== undefined ? 'your token' : variables.length > 0 ? 'your secrets' : 'the request';
  if (isXero) return [`Warning: this sends ${sent} to ${host} over HTTP, unencrypted.`];
  const name = host.length > MAX_HOST_CHARS ? `${host.slice(0, MAX_HOST_CHARS)}...` : host;
  return [`Warning: this sends ${sent} to ${name}, an unknown host (not Xero, the page or a mapping).`];
}

/** The maximum length in DNS. */
const MAX_HOST_CHARS = 253;
