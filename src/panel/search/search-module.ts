// The code behind the search over all calls, fetched when it is first opened.

import { lazyCode } from '../lib/lazy-module.ts';

export const searchCode = lazyCode(() => Promise.all([import('./SearchPane.tsx'), import('./SearchHighlight.tsx')]));
