// The code behind the filter, fetched after the panel's first picture.

import { lazyModule } from '../../lib/lazy-module.ts';

export const filterModule = lazyModule(() =>
  Promise.all([
    import('../../../core/filter/parse-filter.ts'),
    import('../../../core/filter/searchable-text.ts'),
    import('../../../core/filter/completions.ts'),
    import('../../../core/filter/toggle-term.ts'),
  ]).then(([{ parseFilter }, { searchableText }, { getCompletions, applyCompletion }, { hasTerm, toggleTerm }]) => ({
    readFilter: parseFilter,
    listText: searchableText,
    complete: getCompletions,
    taken: applyCompletion,
    hasTerm,
    toggleTerm,
  })),
);
