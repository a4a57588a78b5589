// An Idempotency-Key on an operation that ignores it.

import { specification } from '../../../catalogue/citation.ts';
import { hasHeader } from '../../model/exchange.ts';
import type { Check, Examples, Mutations } from '../check-support/check.ts';

export const check: Check = {
  id: 'idempotency-key-ignored',
  title: 'Idempotency-Key has no effect',
  severity: 'note',
  order: 400,
  fix: 'Remove the key, and don’t rely on it.',
  citation: specification,
  run({ exchange, operation }) {
    if (operation === undefined || operation.takesIdempotencyKey) return [];
    if (!hasHeader(exchange.request.headers, 'idempotency-key')) return [];
    return [
      {
        location: { in: 'header', name: 'Idempotency-Key' },
        observed: `a key on a ${operation.method}`,
        sentence: `Xero ignores a key on a ${operation.method}, and reads it on POST, PUT and PATCH only.`,
        expected: 'a key on POST, PUT and PATCH only',
      },
    ];
  },
};

export const examples: Examples = {
  fail: [
    { headers: { 'idempotency-key': 'a' } },
    { request: 'DELETE /Projects/{projectId}/Time/{timeEntryId}', headers: { 'idempotency-key': 'a' } },
  ],
  pass: [{}, { request: 'POST /Projects' }],
};

export const mutations: Mutations = {
  request: ({ takesIdempotencyKey }) => (takesIdempotencyKey ? [] : [{ headers: { 'idempotency-key': 'a key' } }]),
};
