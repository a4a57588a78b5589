// Runs the search over what is listed, in slices, anew whenever the query or the list changes.

import { useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { startTimeSliced } from '../../core/scheduling/time-slicing.ts';
import { compileQuery, type SearchPatterns, type SearchQuery } from '../../core/search/compile-query.ts';
import { type SearchCache, type SearchResult, search } from '../../core/search/search.ts';
import type { PanelState } from '../state/panel-state.ts';

interface Search {
  /** `undefined` where nothing is asked for. */
  readonly patterns: SearchPatterns | undefined;
  /** The last that is complete: while the list is searched anew it stays. `undefined` before the first of this query. */
  readonly result: SearchResult | undefined;
  /** While it works. */
  readonly percent: number | undefined;
}

export function useSearch({ text, matchCase }: SearchQuery, { filter, revision }: PanelState): Search {
  const [done, setDone] = useState<{ of: SearchPatterns; result: SearchResult }>();
  const [percent, setPercent] = useState<number>();
  const asked = useMemo(() => {
    const patterns = compileQuery({ text, matchCase });
    return { patterns, memory: new WeakMap() as SearchCache };
  }, [text, matchCase]);
  const { patterns, memory } = asked;
  const shown = filter.filtered.value;
  useLayoutEffect(() => {
    setPercent(undefined);
    if (patterns === undefined) return;
    return startTimeSliced(search([...shown], patterns, memory), {
      onProgress: (done) => setPercent(Math.floor(done * 100)),
      onDone(result) {
        setPercent(undefined);
        setDone({ of: patterns, result });
      },
    });
    // The log's own list grows in place.
  }, [asked, shown, revision.value]);
  return { patterns, result: done?.of === patterns ? done?.result : undefined, percent };
}
