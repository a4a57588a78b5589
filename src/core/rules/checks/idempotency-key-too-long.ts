// An Idempotency-Key above the maximum length.

import { specification } from '../../../catalogue/citation.ts';
import { MAX_IDEMPOTENCY_KEY_CHARS } from '../../../catalogue/constants.ts';
import { getHeader } from '../../model/exchange.ts';
import type { Check, Examples, Mutations } from '../check-support/check.ts';

export const check: Check = {
  id: 'idempotency-key-too-long',
  title: 'Idempotency-Key too long',
  severity: 'error',
  order: 390,
  fix: 'Shorten the key. A UUID or a hash of the body is enough.',
  canCause: [400],
  citation: specification,
  run({ exchange }) {
    const key = getHeader(exchange.request.headers, 'idempotency-key') ?? '';
    if (key.length <= MAX_IDEMPOTENCY_KEY_CHARS) return [];
    return [
      {
        location: { in: 'header', name: 'Idempotency-Key' },
        observed: `${key.length} characters`,
        sentence: `The \`Idempotency-Key\` has ${key.length} characters, and the limit is ${MAX_IDEMPOTENCY_KEY_CHARS}.`,
        expected: `at most ${MAX_IDEMPOTENCY_KEY_CHARS}`,
      },
    ];
  },
};

export const examples: Examples = {
  fail: [{ request: 'POST /Projects', headers: { 'idempotency-key': 'k'.repeat(129) } }],
  pass: [{ request: 'POST /Projects', headers: { 'idempotency-key': 'k'.repeat(128) } }],
};

export const mutations: Mutations = {
  request: ({ takesIdempotencyKey }) =>
    takesIdempotencyKey ? [{ headers: { 'idempotency-key': 'k'.repeat(MAX_IDEMPOTENCY_KEY_CHARS + 1) } }] : [],
};
