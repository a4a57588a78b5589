// Keys have a longest length.

import { specification } from '../../../catalogue/citation.ts';
import { longestIdempotencyKey } from '../../../catalogue/constants.ts';
import { header } from '../../model/exchange.ts';
import type { Check, Examples } from './check.ts';

export const check: Check = {
  id: 'idempotency-key-too-long',
  title: 'Idempotency-Key too long',
  severity: 'error',
  fix: 'Shorten the key: a UUID or a hash of the body is enough.',
  explains: [400],
  source: specification,
  run({ exchange }) {
    const key = header(exchange.request.headers, 'idempotency-key') ?? '';
    if (key.length <= longestIdempotencyKey) return [];
    return [
      {
        where: { in: 'header', name: 'Idempotency-Key' },
        saw: `${key.length} characters`,
        expected: `at most ${longestIdempotencyKey}`,
      },
    ];
  },
};

export const examples: Examples = {
  fires: [{ call: 'POST /Projects', headers: { 'idempotency-key': 'k'.repeat(129) } }],
  silent: [{ call: 'POST /Projects', headers: { 'idempotency-key': 'k'.repeat(128) } }],
};
