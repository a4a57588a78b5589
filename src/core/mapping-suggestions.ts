// Counts the calls that look like Xero's behind a proxy, by the prefix that would make them known.

import { recognise } from './recognise.ts';
import { type Certainty, type MappingSuggestion, type OtherCall, suggestMapping } from './suggest-mapping.ts';

export interface SeenSuggestion extends MappingSuggestion {
  readonly calls: number;
  /** Method and address of the last of them, without its query. */
  readonly example: { readonly method: string; readonly url: string };
}

export interface MappingSuggestions {
  /** Those heard of last are last. A new list after each change. */
  readonly all: readonly SeenSuggestion[];
  /** Whether the call looks like Xero's. */
  add(call: OtherCall): boolean;
}

const mostPrefixes = 20;
const ranks: readonly Certainty[] = ['possible', 'likely', 'certain'];

export function rememberSuggestions(): MappingSuggestions {
  let all: readonly SeenSuggestion[] = [];
  return {
    get all() {
      return all;
    },
    add(call) {
      const suggestion = suggestMapping(call);
      if (suggestion === undefined) return false;
      const known = all.find(({ prefix }) => prefix === suggestion.prefix);
      const rest = all.filter((each) => each !== known);
      const surer = known && rankOf(known) > rankOf(suggestion) ? known : suggestion;
      const example = { method: call.method.toUpperCase(), url: call.url.replace(/[?#].*$/s, '') };
      all = [...withRoom(rest), { ...surer, example, calls: (known?.calls ?? 0) + 1 }];
      return true;
    },
  };
}

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

/** The least sure goes first, and of those the oldest. */
function withRoom(all: readonly SeenSuggestion[]): readonly SeenSuggestion[] {
  if (all.length < mostPrefixes) return all;
  const least = Math.min(...all.map(rankOf));
  const first = all.find((each) => rankOf(each) === least);
  return all.filter((each) => each !== first);
}

function rankOf({ certainty }: MappingSuggestion): number {
  return ranks.indexOf(certainty);
}
