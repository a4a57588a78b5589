// Which of the suggested mappings are still to be offered. Apart from what makes them: the panel shows them with its first picture.

import type { SeenSuggestion } from './mapping-suggestions.ts';
import { recognise } from './recognise.ts';
import type { Certainty } from './suggest-mapping.ts';

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

const ranks: readonly Certainty[] = ['possible', 'likely', 'certain'];

/** The surer, the higher. */
export function rankOf({ certainty }: { readonly certainty: Certainty }): number {
  return ranks.indexOf(certainty);
}
