// The code of the search over all requests, loaded when it is first opened.

import { lazyModule } from '../lib/lazy-module.ts';

export const searchModule = lazyModule(() =>
  Promise.all([import('./SearchPane.tsx'), import('./SearchHighlight.tsx')]).then(
    ([{ SearchPane }, { SearchHighlight }]) => ({ SearchPane, SearchHighlight }),
  ),
);
