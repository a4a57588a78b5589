// Searches the listed exchanges in time slices, and again whenever the query or the list changes.

import { useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { startTimeSliced } from '../../core/scheduling/time-slicing.ts';
import { compileQuery, type SearchPatterns, type SearchQuery } from '../../core/search/compile-query.ts';
import { type SearchCache, type SearchResult, search } from '../../core/search/search.ts';
import type { PanelState } from '../state/panel-state.ts';

interface Search {
  /** `undefined` for an empty query. */
  readonly patterns: SearchPatterns | undefined;
  /** The last complete result of this query, which stays while the list is searched again. */
  readonly result: SearchResult | undefined;
  /** Progress, while the search runs. */
  readonly percent: number | undefined;
}

export function useSearch({ text, matchCase }: SearchQuery, { filter, revision }: PanelState): Search {
  const [done, setDone] = useState<{ patterns: SearchPatterns; result: SearchResult }>();
  const [percent, setPercent] = useState<number>();
  const compiled = useMemo(() => {
    const patterns = compileQuery({ text, matchCase });
    return { patterns, cache: new WeakMap() as SearchCache };
  }, [text, matchCase]);
  const { patterns, cache } = compiled;
  const shown = filter.filtered.value;
  useLayoutEffect(() => {
    setPercent(undefined);
    if (patterns === undefined) return;
    return startTimeSliced(search([...shown], patterns, cache), {
      onProgress: (done) => setPercent(Math.floor(done * 100)),
      onDone(result) {
        setPercent(undefined);
        setDone({ patterns, result });
      },
    });
    // The unfiltered list is the log's own, which grows in place.
  }, [compiled, shown, revision.value]);
  return { patterns, result: done?.patterns === patterns ? done?.result : undefined, percent };
}
