// Counts the calls that look like Xero's behind a proxy, by the prefix that would make them known.

import { certaintyRank } from '../model/certainty.ts';
import type { TrackedSuggestion } from '../model/operation-match.ts';
import { stripQuery } from '../text/url.ts';
import { suggestMapping, type UnmatchedRequest } from './suggest-mapping.ts';

export interface SuggestionTracker {
  /** Those heard of last are last. A new list after each change. */
  readonly all: readonly TrackedSuggestion[];
  /** Whether the call looks like Xero's. */
  add(call: UnmatchedRequest): boolean;
}

const MAX_PREFIXES = 20;

export function createSuggestionTracker(): SuggestionTracker {
  let all: readonly TrackedSuggestion[] = [];
  return {
    get all() {
      return all;
    },
    add(call) {
      const suggestion = suggestMapping(call);
      if (suggestion === undefined) return false;
      const known = all.find(({ prefix }) => prefix === suggestion.prefix);
      const rest = all.filter((each) => each !== known);
      const stronger = known && certaintyRank(known) > certaintyRank(suggestion) ? known : suggestion;
      const example = { method: call.method.toUpperCase(), url: stripQuery(call.url) };
      all = [...withRoom(rest), { ...stronger, example, calls: (known?.calls ?? 0) + 1 }];
      return true;
    },
  };
}

/** The least sure goes first, and of those the oldest. */
function withRoom(all: readonly TrackedSuggestion[]): readonly TrackedSuggestion[] {
  if (all.length < MAX_PREFIXES) return all;
  const least = Math.min(...all.map(certaintyRank));
  const first = all.find((each) => certaintyRank(each) === least);
  return all.filter((each) => each !== first);
}
