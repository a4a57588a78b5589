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
export function formatUnavailable({ unknown, isCut }: ComparedSection): string | undefined {
  if (isCut) return 'The bodies are very large: only their beginnings were compared.';
  if (unknown === undefined) return undefined;
  if (unknown === 'both') return 'Neither body is at hand as a whole.';
  return `The ${unknown === 'a' ? 'other' : 'selected'} call’s body is not at hand as a whole.`;
}
