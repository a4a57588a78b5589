// A POST without a key cannot be repeated safely.

import { idempotency } from '../../../catalogue/citation.ts';
import { hasHeader } from '../../model/exchange.ts';
import type { Check, Examples } from './check.ts';

export const check: Check = {
  id: 'idempotency-key-missing',
  title: 'No Idempotency-Key',
  severity: 'note',
  fix: 'Send an `Idempotency-Key`, so that a retry creates nothing twice.',
  source: idempotency,
  run({ exchange, operation }) {
    if (operation?.method !== 'POST' || hasHeader(exchange.request.headers, 'idempotency-key')) return [];
    return [
      {
        where: { in: 'header', name: 'Idempotency-Key' },
        saw: 'a POST without one',
        expected: 'a new key for each thing to create',
      },
    ];
  },
};

export const examples: Examples = {
  fires: [{ call: 'POST /Projects', headers: { 'idempotency-key': null } }],
  silent: [{ call: 'POST /Projects' }, { call: 'PUT /Projects/{projectId}', headers: { 'idempotency-key': null } }],
};
