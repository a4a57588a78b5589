// What the panel must say about the cases in cases.json.

import type { Verdict } from './verdict.ts';

/** By the case's id. */
export const verdicts: Readonly<Record<string, Verdict>> = {
  'resp-429-concurrent-retry-after-0': {
    diagnosis: 'rate-limit-concurrent',
    retry: 'back-off',
    says: [/Retry-After: 0 isn’t a wait/, /fewer in parallel/, /short random pause/],
    neverSays: [/Wait 0/i, /\b0(\.0)? s\b/, /tells no time/],
  },
  'use-new-key-each-attempt': {
    diagnosis: 'success',
    retry: 'read-back',
    findings: ['duplicate-write'],
    noFindings: ['recovered'],
    says: [/Read back first|Look for a second copy/, /one Idempotency-Key for all tries/],
    neverSays: [/Recovered/, /No retry needed/],
  },
  'req-states-two': { diagnosis: 'success', retry: 'not-needed' },
};
