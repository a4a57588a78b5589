// The body was changed and the key was not: Xero refuses it, or replays the first answer.

import { idempotency } from '../../../catalogue/citation.ts';
import { gapsOf } from './retry-intervals.ts';
import type { Judgement } from './sequence-rule.ts';

export const judgement: Judgement = {
  id: 'idempotency-key-reused',
  title: 'Key kept after the body changed',
  severity: 'error',
  source: idempotency,
  run({ attempts }) {
    return gapsOf(attempts)
      .filter(
        ({ failed, again }) => failed.idempotencyKey !== undefined && failed.idempotencyKey === again.idempotencyKey,
      )
      .filter(({ failed, again }) => failed.body !== again.body && !`${failed.body}${again.body}`.includes('?'))
      .slice(0, 1)
      .map(({ failed, again }) => ({
        saw: 'Another body was sent with the `Idempotency-Key` of the call before',
        right: 'Make a new key whenever the body changes.',
        rests: [failed.id, again.id],
      }));
  },
};
