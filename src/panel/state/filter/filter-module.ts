// The code of the filter, loaded after the first paint.

import { lazyModule } from '../../lib/lazy-module.ts';

export const filterModule = lazyModule(() =>
  Promise.all([
    import('../../../core/filter/parse-filter.ts'),
    import('../../../core/filter/searchable-text.ts'),
    import('../../../core/filter/completions.ts'),
    import('../../../core/filter/toggle-term.ts'),
  ]).then(([{ parseFilter }, { searchableText }, { getCompletions, applyCompletion }, { hasTerm, toggleTerm }]) => ({
    parseFilter,
    searchableText,
    getCompletions,
    applyCompletion,
    hasTerm,
    toggleTerm,
  })),
);
