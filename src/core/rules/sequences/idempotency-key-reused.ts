// A changed body with the same Idempotency-Key: Xero rejects it, or replays the first response.

import { idempotency } from '../../../catalogue/citation.ts';
import { retryIntervals } from './retry-intervals.ts';
import type { SequenceRule } from './sequence-rule.ts';

export const rule: SequenceRule = {
  id: 'idempotency-key-reused',
  title: 'Key reused for changed body',
  severity: 'error',
  citation: idempotency,
  run({ attempts }) {
    return retryIntervals(attempts)
      .filter(
        ({ failed, again }) => failed.idempotencyKey !== undefined && failed.idempotencyKey === again.idempotencyKey,
      )
      .filter(({ failed, again }) => failed.body !== again.body && !`${failed.body}${again.body}`.includes('?'))
      .slice(0, 1)
      .map(({ failed, again }) => ({
        observed: 'The body changed, but the `Idempotency-Key` of the previous attempt was sent again',
        fix: 'Create a new key whenever the body changes.',
        relatedIds: [failed.id, again.id],
      }));
  },
};
