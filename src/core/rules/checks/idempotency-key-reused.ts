// One Idempotency-Key for two different requests: Xero rejects the second.

import { idempotency } from '../../../catalogue/citation.ts';
import { clockTime } from '../../text/clock-time.ts';
import type { Check, Examples, Mutations } from '../check-support/check.ts';
import { findFirstUse, isSameRequest } from '../check-support/idempotency-key-uses.ts';

export const check: Check = {
  id: 'idempotency-key-reused',
  title: 'Idempotency-Key reused for another request',
  severity: 'error',
  order: 410,
  fix: 'Create a new key whenever the request changes. A hash of method, URL and body does this automatically.',
  canCause: [400],
  confirmedBy: 'idempotency-key-reused',
  citation: idempotency,
  run(call) {
    const first = findFirstUse(call);
    if (first === undefined || isSameRequest(first, call.exchange) !== false) return [];
    const sameAddress =
      first.request.method === call.exchange.request.method && first.request.url === call.exchange.request.url;
    return [
      {
        location: { in: 'header', name: 'Idempotency-Key' },
        observed: `the key of a request at ${clockTime(first.startedMs)} with another ${sameAddress ? 'body' : 'URL'}`,
        sentence: `This is the key of a request at ${clockTime(first.startedMs)} with another ${sameAddress ? 'body' : 'URL'}.`,
        expected: 'a different key, for at least six minutes',
        relatedIds: [first.id],
      },
    ];
  },
};

const before = [
  {
    call: 'POST /Projects',
    requestBody: { name: 'Another', contactId: '{contactId}' },
    status: 400,
    secondsBefore: 30,
  },
];

export const examples: Examples = {
  fail: [{ call: 'POST /Projects', before }],
  pass: [
    { call: 'POST /Projects', headers: { 'idempotency-key': 'another' }, before },
    { call: 'POST /Projects', before: before.map((each) => ({ ...each, secondsBefore: 361 })) },
    { call: 'POST /Projects', before: before.map((each) => ({ ...each, status: 429 })) },
  ],
};

export const mutations: Mutations = {
  request: ({ takesIdempotencyKey, requestBody }) =>
    [
      ...(takesIdempotencyKey ? [{ query: [['another', 'address']] as const, status: 400 }] : []),
      ...(requestBody === undefined ? [] : [{ requestBody: { another: 'body' }, status: 200 }]),
    ].map((change) => ({
      headers: { 'idempotency-key': 'used twice' },
      repeats: { ...change, secondsBefore: 359 },
    })),
};
