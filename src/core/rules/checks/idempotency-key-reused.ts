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
  run(context) {
    const first = findFirstUse(context);
    if (first === undefined || isSameRequest(first, context.exchange) !== false) return [];
    const sameAddress =
      first.request.method === context.exchange.request.method && first.request.url === context.exchange.request.url;
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
    request: 'POST /Projects',
    requestBody: { name: 'Another', contactId: '{contactId}' },
    status: 400,
    secondsBefore: 30,
  },
];

export const examples: Examples = {
  fail: [{ request: 'POST /Projects', before }],
  pass: [
    { request: 'POST /Projects', headers: { 'idempotency-key': 'another' }, before },
    { request: 'POST /Projects', before: before.map((each) => ({ ...each, secondsBefore: 361 })) },
    { request: 'POST /Projects', before: before.map((each) => ({ ...each, status: 429 })) },
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
