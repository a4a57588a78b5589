// The code behind the search over all calls, fetched when it is first opened.

import { lazyCode } from './lazy-code.ts';

export const searchCode = lazyCode(() => Promise.all([import('./SearchPane.tsx'), import('./MarkedPart.tsx')]));
