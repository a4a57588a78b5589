// Filters suggested mappings. A separate module, because the first render of the panel needs it.

import { matchOperation } from '../match/match-operation.ts';
import { certaintyRank } from '../model/certainty.ts';
import type { TrackedSuggestion } from '../model/operation-match.ts';

/** Suggestions that are neither covered by a mapping nor dismissed, most certain first. */
export function openSuggestions(
  all: readonly TrackedSuggestion[],
  mappings: readonly string[],
  dismissed: readonly string[],
): TrackedSuggestion[] {
  return all
    .filter(({ prefix, example: { method, url } }) => {
      return !dismissed.includes(prefix) && matchOperation(method, url, mappings) === undefined;
    })
    .sort((a, b) => certaintyRank(b) - certaintyRank(a) || b.requestCount - a.requestCount);
}
