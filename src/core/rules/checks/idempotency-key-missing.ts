// A POST without an Idempotency-Key can't be retried safely.

import { idempotency } from '../../../catalogue/citation.ts';
import { hasHeader } from '../../model/exchange.ts';
import type { Check, Examples, Mutations } from '../check-support/check.ts';

export const check: Check = {
  id: 'idempotency-key-missing',
  title: 'No Idempotency-Key',
  severity: 'note',
  order: 380,
  fix: 'Send an `Idempotency-Key`, so that a retry doesn’t create a duplicate.',
  citation: idempotency,
  run({ exchange, operation }) {
    if (operation?.method !== 'POST' || hasHeader(exchange.request.headers, 'idempotency-key')) return [];
    return [
      {
        location: { in: 'header', name: 'Idempotency-Key' },
        observed: 'a POST without an `Idempotency-Key`',
        expected: 'a new key for each record you create',
        sentence: 'With a key, a retry can’t create the record twice.',
        fix: '',
      },
    ];
  },
};

export const examples: Examples = {
  fail: [{ request: 'POST /Projects', headers: { 'idempotency-key': null } }],
  pass: [{ request: 'POST /Projects' }, { request: 'PUT /Projects/{projectId}', headers: { 'idempotency-key': null } }],
};

export const mutations: Mutations = {
  request: ({ method }) => (method === 'POST' ? [{ headers: { 'idempotency-key': null } }] : []),
};
