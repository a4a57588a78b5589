import { describe, expect, test } from 'vitest';
import { sessionOf, type TimedExchangeOptions, timedExchanges } from '../../testing/timed-exchanges.ts';
import { attemptsOf } from './attempts.ts';

const write = { method: 'POST', sent: { name: 'A' }, status: 500 };

/** The ids of the chain of request `id`, and its index. */
function chain(options: readonly TimedExchangeOptions[], id: number) {
  const attempts = attemptsOf(sessionOf(timedExchanges(options)), id);
  return attempts && [attempts.exchanges.map((each) => each.id), attempts.index];
}

describe('attemptsOf', () => {
  test.each<[string, TimedExchangeOptions[], number, unknown]>([
    [
      'a request repeated after a failure',
      [
        { at: 0, ...write },
        { at: 2, ...write, status: 200 },
      ],
      2,
      [[1, 2], 1],
    ],
    ['four attempts', [0, 1, 3, 7].map((at) => ({ at, ...write })), 3, [[1, 2, 3, 4], 2]],
    ['a request without a retry', [{ at: 0, ...write }], 1, undefined],
    [
      'a repeated success',
      [
        { at: 0, status: 200 },
        { at: 1, status: 200 },
      ],
      2,
      undefined,
    ],
    [
      'a different body',
      [
        { at: 0, ...write },
        { at: 1, ...write, sent: { name: 'B' } },
      ],
      2,
      undefined,
    ],
    [
      'a different tenant',
      [
        { at: 0, ...write },
        { at: 1, ...write, tenant: 'b' },
      ],
      2,
      undefined,
    ],
    [
      'a different body with the same key',
      ['A', 'B'].map((name, at) => ({ at, ...write, sent: { name }, sentHeaders: { 'idempotency-key': 'k' } })),
      2,
      [[1, 2], 1],
    ],
    [
      'a request much later',
      [
        { at: 0, ...write },
        { at: 601, ...write },
      ],
      2,
      undefined,
    ],
    ['a read again soon after a failure', [{ at: 0, status: 500 }, { at: 29 }], 2, [[1, 2], 1]],
    ['a read for another reason', [{ at: 0, status: 500 }, { at: 51 }], 2, undefined],
    ['a read again after a refusal, for another reason', [{ at: 0, status: 404 }, { at: 51 }], 2, undefined],
    ['a read during an outage', [{ at: 0, status: 503 }, { at: 300 }], 2, [[1, 2], 1]],
    [
      'a read after a Retry-After',
      [{ at: 0, status: 429, headers: { 'retry-after': '22' } }, { at: 37 }],
      2,
      [[1, 2], 1],
    ],
    [
      'a read long after a Retry-After',
      [{ at: 0, status: 429, headers: { 'retry-after': '22' } }, { at: 51 }],
      2,
      undefined,
    ],
    [
      'a write again minutes after a failure',
      [
        { at: 0, ...write },
        { at: 500, ...write },
      ],
      2,
      [[1, 2], 1],
    ],
    [
      'a request after a long Retry-After',
      [{ at: 0, status: 429, headers: { 'retry-after': '5000' } }, { at: 5_001 }],
      2,
      [[1, 2], 1],
    ],
    [
      'a chain that ended in success, and a new one',
      [
        { at: 0, ...write },
        { at: 1, ...write, status: 200 },
        { at: 2, ...write },
        { at: 3, ...write },
      ],
      4,
      [[3, 4], 1],
    ],
  ])('%s', (_, options, id, expected) => {
    expect(chain(options, id)).toEqual(expected);
  });

  test('returns the same chain for every request in it', () => {
    const options = [0, 1, 3, 7, 15].map((at) => ({ at, ...write }));
    for (const id of [1, 2, 3, 4, 5]) expect(chain(options, id)).toEqual([[1, 2, 3, 4, 5], id - 1]);
  });
});
