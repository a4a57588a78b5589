// Which of the suggested mappings are still to be offered. Apart from what makes them: the panel shows them with its first picture.

import { recognise } from '../match/match-operation.ts';
import { rankOf } from '../model/certainty.ts';
import type { SeenSuggestion } from '../model/operation-match.ts';

/** Those that no mapping covers yet and that were not waved away, the surest first. */
export function openSuggestions(
  all: readonly SeenSuggestion[],
  mappings: readonly string[],
  dismissed: readonly string[],
): SeenSuggestion[] {
  return all
    .filter(({ prefix, example: { method, url } }) => {
      return !dismissed.includes(prefix) && recognise(method, url, mappings) === undefined;
    })
    .sort((a, b) => rankOf(b) - rankOf(a) || b.calls - a.calls);
}
