// The same request with the same key replays the cached response, errors too.

import { idempotency } from '../../../catalogue/citation.ts';
import { IDEMPOTENCY_KEY_SECONDS } from '../../../catalogue/constants.ts';
import { effectiveStatus } from '../../diagnose/outcome.ts';
import { idempotencyOutcome } from '../../retry/idempotency.ts';
import { clockTime } from '../../text/clock-time.ts';
import type { Check, Examples, Mutations } from '../check-support/check.ts';
import { findFirstUse, isSameRequest } from '../check-support/idempotency-key-uses.ts';

export const check: Check = {
  id: 'idempotency-key-replays-error',
  title: 'Idempotency-Key replays an error',
  severity: 'warning',
  order: 420,
  fix: 'Wait until the key expires, or read the record back and use a new key.',
  canCause: [400, 500],
  citation: idempotency,
  run(context) {
    const first = findFirstUse(context);
    if (first === undefined || isSameRequest(first, context.exchange) !== true) return [];
    const status = effectiveStatus(first);
    if (status < 400 || isNewResponse(status, effectiveStatus(context.exchange))) return [];
    const until = clockTime(first.startedMs + IDEMPOTENCY_KEY_SECONDS * 1000);
    return [
      {
        location: { in: 'header', name: 'Idempotency-Key' },
        observed: `the key of a request at ${clockTime(first.startedMs)} that returned ${status}`,
        sentence: `The key of a request at ${clockTime(first.startedMs)} that returned ${status} replays that response until ${until}.`,
        expected: `a new key, because this one replays that response until ${until}`,
        relatedIds: [first.id],
      },
    ];
  },
};

/** A response of the API that differs from the cached one: it wasn't a replay. */
function isNewResponse(stored: number, status: number): boolean {
  return status !== stored && idempotencyOutcome(status) === 'cached';
}

const before = [{ request: 'POST /Projects', status: 500, secondsBefore: 30 }];

export const examples: Examples = {
  fail: [
    { request: 'POST /Projects', status: 500, before },
    { request: 'POST /Projects', status: 429, before },
  ],
  pass: [
    { request: 'POST /Projects', before: [{ request: 'POST /Projects', status: 200, secondsBefore: 30 }] },
    { request: 'POST /Projects', before: before.map((each) => ({ ...each, secondsBefore: 361 })) },
    { request: 'POST /Projects', status: 200, before },
  ],
};

export const mutations: Mutations = {
  request: ({ takesIdempotencyKey }) =>
    takesIdempotencyKey
      ? [
          { first: 400, second: 400 },
          { first: 404, second: 404 },
          { first: 500, second: 500 },
          // A rate limit rejected the second request, so the first response is still cached.
          { first: 500, second: 429 },
        ].map(({ first, second }) => ({
          headers: { 'idempotency-key': 'used twice' },
          status: second,
          repeats: { status: first, secondsBefore: 359 },
        }))
      : [],
};
