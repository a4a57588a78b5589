// The comments above a copied command: what it lacks, and where it sends what.

import { plural } from '../text/plural.ts';
import { hostWarnings } from './known-hosts.ts';
import type { RequestSnapshot } from './request-snapshot.ts';

export interface CommandContext {
  /** A command for any host other than Xero's begins with a warning. */
  readonly knownHosts: readonly string[];
  /** Values of the request that are not the real ones. */
  readonly placeholders: readonly string[];
}

/** One sentence or two for each comment, in ASCII, without anything that a shell acts on. */
export function commandNotes(
  request: RequestSnapshot,
  { knownHosts, placeholders }: CommandContext,
  variables = request.variables,
): string[] {
  const { leftOut } = request;
  return [
    ...hostWarnings(request, knownHosts),
    ...(placeholders.length > 0 ? [`Redacted. Replace these placeholders: ${list(placeholders)}.`] : []),
    ...(variables.length > 0 ? [`Set first: ${list(variables)}. Copies never contain secrets.`] : []),
    ...(leftOut.length > 0 ? [`Left out: ${leftOut.join(', ')}.`] : []),
  ];
}

const MAX_LISTED = 12;

function list(names: readonly string[]): string {
  const more = names.length - MAX_LISTED;
  return [...names.slice(0, MAX_LISTED), ...(more > 0 ? [plural(more, 'more', 'more')] : [])].join(', ');
}
