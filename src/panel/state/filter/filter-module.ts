// The code behind the filter, fetched after the panel's first picture.

import { lazyCode } from '../../lib/lazy-module.ts';

export const filterCode = lazyCode(() =>
  Promise.all([
    import('../../../core/filter/parse-filter.ts'),
    import('../../../core/filter/searchable-text.ts'),
    import('../../../core/filter/completions.ts'),
    import('../../../core/filter/toggle-term.ts'),
  ]).then(([{ readFilter }, { listText }, { complete, taken }, { hasTerm, toggleTerm }]) => ({
    readFilter,
    listText,
    complete,
    taken,
    hasTerm,
    toggleTerm,
  })),
);
