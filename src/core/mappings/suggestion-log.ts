// Counts the requests that may be for Xero behind a proxy, by the suggested prefix.

import { certaintyRank } from '../model/certainty.ts';
import type { TrackedSuggestion } from '../model/operation-match.ts';
import { countRequest } from '../model/request-count.ts';
import { displayPath } from '../secrets/display-path.ts';
import { stripQuery } from '../text/url.ts';
import { suggestMapping, type UnmatchedRequest } from './suggest-mapping.ts';

export interface SuggestionTracker {
  /** Most recently seen last. A new array after each change. */
  readonly all: readonly TrackedSuggestion[];
  /** Returns whether the request may be for Xero. */
  add(request: UnmatchedRequest): boolean;
}

const MAX_PREFIXES = 20;
/** Of each prefix. */
const MAX_COUNTS = 10;

export function createSuggestionTracker(): SuggestionTracker {
  let all: readonly TrackedSuggestion[] = [];
  return {
    get all() {
      return all;
    },
    add(request) {
      const suggestion = suggestMapping(request);
      if (suggestion === undefined) return false;
      const known = all.find(({ prefix }) => prefix === suggestion.prefix);
      const rest = all.filter((each) => each !== known);
      const stronger = known && certaintyRank(known) > certaintyRank(suggestion) ? known : suggestion;
      const method = request.method.toUpperCase();
      const url = new URL(request.url);
      const counted = { method, hostname: url.hostname, path: displayPath(url), status: undefined };
      all = [
        ...makeRoom(rest),
        {
          ...stronger,
          example: { method, url: stripQuery(request.url) },
          requestCount: (known?.requestCount ?? 0) + 1,
          requests: countRequest(known?.requests ?? [], counted, MAX_COUNTS),
        },
      ];
      return true;
    },
  };
}

/** Evicts the oldest of the least certain suggestions if the list is full. */
function makeRoom(all: readonly TrackedSuggestion[]): readonly TrackedSuggestion[] {
  if (all.length < MAX_PREFIXES) return all;
  const least = Math.min(...all.map(certaintyRank));
  const first = all.find((each) => certaintyRank(each) === least);
  return all.filter((each) => each !== first);
}
