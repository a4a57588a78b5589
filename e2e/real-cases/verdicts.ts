// What the panel must say about the cases in cases.json.

import type { Verdict } from './verdict.ts';

/** By the case's id. */
export const verdicts: Readonly<Record<string, Verdict>> = {
  'req-states-two': { diagnosis: 'success', retry: 'not-needed' },
};
