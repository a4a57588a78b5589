// The code behind the search over all calls, fetched when it is first opened.

import { lazyModule } from '../lib/lazy-module.ts';

export const searchModule = lazyModule(() =>
  Promise.all([import('./SearchPane.tsx'), import('./SearchHighlight.tsx')]),
);
