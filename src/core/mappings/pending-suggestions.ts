// Which of the suggested mappings are still to be offered. Apart from what makes them: the panel shows them with its first picture.

import { matchOperation } from '../match/match-operation.ts';
import { certaintyRank } from '../model/certainty.ts';
import type { TrackedSuggestion } from '../model/operation-match.ts';

/** Those that no mapping covers yet and that were not waved away, the surest first. */
export function openSuggestions(
  all: readonly TrackedSuggestion[],
  mappings: readonly string[],
  dismissed: readonly string[],
): TrackedSuggestion[] {
  return all
    .filter(({ prefix, example: { method, url } }) => {
      return !dismissed.includes(prefix) && matchOperation(method, url, mappings) === undefined;
    })
    .sort((a, b) => certaintyRank(b) - certaintyRank(a) || b.calls - a.calls);
}
