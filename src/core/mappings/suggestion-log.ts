// Counts the calls that look like Xero's behind a proxy, by the prefix that would make them known.

import { rankOf } from '../model/certainty.ts';
import type { SeenSuggestion } from '../model/operation-match.ts';
import { type OtherCall, suggestMapping } from './suggest-mapping.ts';

export interface MappingSuggestions {
  /** Those heard of last are last. A new list after each change. */
  readonly all: readonly SeenSuggestion[];
  /** Whether the call looks like Xero's. */
  add(call: OtherCall): boolean;
}

const mostPrefixes = 20;

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

/** The least sure goes first, and of those the oldest. */
function withRoom(all: readonly SeenSuggestion[]): readonly SeenSuggestion[] {
  if (all.length < mostPrefixes) return all;
  const least = Math.min(...all.map(rankOf));
  const first = all.find((each) => rankOf(each) === least);
  return all.filter((each) => each !== first);
}
