// Labels of exchanges and parts in the comparison.

import type { ComparedSection, SectionId } from '../../core/compare/comparison.ts';
import { hasFailed } from '../../core/diagnose/outcome.ts';
import type { Exchange } from '../../core/model/exchange.ts';
import { formatTime } from '../lib/format.ts';

/** `14:02:41 200`, with the date unless it is the one of `dayMs`. */
export function exchangeLabel({ startedMs, response: { status } }: Exchange, dayMs: number): string {
  return `${formatTime(startedMs, dayMs)} ${status || 'no status'}`;
}

/** The two exchanges of a comparison, in order of time. */
export interface ComparedPair {
  readonly earlier: Exchange;
  readonly later: Exchange;
  readonly selectedId: number;
}

/** `14:02:41 200, succeeded` and `14:05:02 400, selected`; with dates if they differ. */
export function sideLabels(pair: ComparedPair): readonly [string, string] {
  const { earlier, later, selectedId } = pair;
  const differ = hasFailed(earlier) !== hasFailed(later);
  const labelOf = (each: Exchange) => {
    const label = exchangeLabel(each, commonDayMs(pair));
    if (each.id === selectedId) return `${label}, selected`;
    return differ ? `${label}, ${hasFailed(each) ? 'failed' : 'succeeded'}` : label;
  };
  return [labelOf(earlier), labelOf(later)];
}

/** For a narrow panel, where they are shown beside each value. */
export function shortSideLabels(pair: ComparedPair): readonly [string, string] {
  const labelOf = (each: Exchange) =>
    each.id === pair.selectedId ? 'selected' : exchangeLabel(each, commonDayMs(pair));
  return [labelOf(pair.earlier), labelOf(pair.later)];
}

/** `NaN` if they are on different days. */
function commonDayMs({ earlier, later }: ComparedPair): number {
  const days = [earlier, later].map(({ startedMs }) => new Date(startedMs).toDateString());
  return days[0] === days[1] ? earlier.startedMs : Number.NaN;
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
