// Labels of exchanges and parts in the comparison.

import type { ComparedSection, SectionId } from '../../core/compare/comparison.ts';
import { hasFailed } from '../../core/diagnose/outcome.ts';
import type { Exchange } from '../../core/model/exchange.ts';
import { clockTime } from '../../core/text/clock-time.ts';

/** `14:02:41 200`. */
export function exchangeLabel({ startedMs, response: { status } }: Exchange): string {
  return `${clockTime(startedMs)} ${status || 'no status'}`;
}

/** The two exchanges of a comparison, in order of time. */
export interface ComparedPair {
  readonly earlier: Exchange;
  readonly later: Exchange;
  readonly selectedId: number;
}

/** `14:02:41 200, succeeded` and `14:05:02 400, selected`. */
export function sideLabels({ earlier, later, selectedId }: ComparedPair): readonly [string, string] {
  const differ = hasFailed(earlier) !== hasFailed(later);
  const labelOf = (each: Exchange) => {
    if (each.id === selectedId) return `${exchangeLabel(each)}, selected`;
    return differ ? `${exchangeLabel(each)}, ${hasFailed(each) ? 'failed' : 'succeeded'}` : exchangeLabel(each);
  };
  return [labelOf(earlier), labelOf(later)];
}

/** For a narrow panel, where they stand beside each value. */
export function shortSideLabels({ earlier, later, selectedId }: ComparedPair): readonly [string, string] {
  const labelOf = (each: Exchange) => (each.id === selectedId ? 'selected' : exchangeLabel(each));
  return [labelOf(earlier), labelOf(later)];
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
  return `The ${unknown === 'a' ? 'earlier' : 'later'} request’s ${body} isn’t fully available.`;
}
