// Labels of exchanges and parts in the comparison.

import type { ComparedSection, SectionId } from '../../core/compare/comparison.ts';
import type { Exchange } from '../../core/model/exchange.ts';
import { clockTime } from '../../core/text/clock-time.ts';

/** `14:02:41 200`. */
export function exchangeLabel({ startedMs, response: { status } }: Exchange): string {
  return `${clockTime(startedMs)} ${status || 'no status'}`;
}

/** The prefix of row names in a sentence; empty if the names need none. */
export const sectionLabels: Readonly<Record<SectionId, string>> = {
  address: '',
  query: 'query',
  'request-headers': 'header',
  token: 'token',
  'request-body': 'body',
  status: '',
  'response-headers': 'header',
  'response-body': 'body',
};

/** Why a part cannot be compared; `undefined` if it can. */
export function formatUnavailable({ id, unknown, isCut }: ComparedSection): string | undefined {
  if (isCut) return 'The bodies are very large. Only the beginning of each was compared.';
  if (unknown === undefined) return undefined;
  if (unknown === 'both') return 'Neither body is fully available.';
  const body = id === 'response-body' ? 'response body' : 'body';
  return `The ${unknown === 'a' ? 'other' : 'selected'} request’s ${body} isn’t fully available.`;
}
