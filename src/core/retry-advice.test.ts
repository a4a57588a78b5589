import { describe, expect, test } from 'vitest';
import { beginMs, calls, sessionOf } from '../testing/calls.ts';
import { type ExchangeWish, exchange } from '../testing/exchange.ts';
import { clockTime } from './clock-time.ts';
import { diagnose } from './diagnose.ts';
import type { Exchange } from './exchange.ts';
import { retryAdvice } from './retry-advice.ts';
import { attemptsOf } from './session/attempts.ts';

function advise(wish: ExchangeWish, afterSeconds = 0) {
  const seen = exchange({ durationMs: 0, ...wish });
  return retryAdvice(seen, diagnose(seen), seen.startedMs + afterSeconds * 1000);
}

const minute = (retryAfter: string): ExchangeWish => ({
  status: 429,
  headers: { 'x-rate-limit-problem': 'minute', 'retry-after': retryAfter, date: 'Sun, 22 Nov 2026 14:02:41 GMT' },
});

describe('retryAdvice', () => {
  test.each([
    ['22', 22],
    ['0', 0],
    ['66975', 66_975],
    ['1.2', 2],
    [' 7 ', 7],
    ['3, 9', 9],
    ['Sun, 22 Nov 2026 14:03:11 GMT', 30],
    ['Sun, 22 Nov 2026 14:00:00 GMT', 0],
  ])('waits for Retry-After: %s', (value, seconds) => {
    expect(advise(minute(value))).toMatchObject({ kind: 'wait', seconds, toldBy: 'Retry-After', notes: [] });
  });

  test.each(['-5', '1e9', '1000000000', 'soon', '', 'NaN', 'Infinity', 'Sun, 99 Nov 2026', '<script>'])(
    'backs off and says why where Retry-After is %j',
    (value) => {
      const advice = advise(minute(value));
      expect(advice).toMatchObject({ kind: 'back-off', seconds: undefined });
      expect(advice.notes[0]).toContain(`Retry-After: ${value}`);
    },
  );

  test('takes the longest of repeated headers, and passes over the unusable ones', () => {
    const headers = ['2', '-1', '12'].map((value) => ['retry-after', value] as const);
    expect(advise({ status: 503, headers }).seconds).toBe(12);
  });

  test('waits the documented five minutes for an organisation that is offline', () => {
    const advice = advise({ status: 503, body: 'The Organisation is offline' });
    expect(advice).toMatchObject({ kind: 'wait', seconds: 300, toldBy: 'documentation' });
    expect(advice.untilMs).toBe(Date.UTC(2026, 10, 22, 14, 7, 41));
  });

  test('says no time of day where the answer’s own time is unknown', () => {
    expect(advise({ ...minute('22'), startedMs: Number.NaN })).toMatchObject({ seconds: 22, untilMs: undefined });
  });

  test.each<[string, ExchangeWish, number, string | undefined]>([
    ['a read', { status: 500 }, 0, 'safe'],
    ['a write that was refused', { method: 'POST', status: 429 }, 0, 'safe'],
    ['a write that may have been carried out', { method: 'POST', status: 500 }, 0, 'may-duplicate'],
    ['a deletion without an answer', { method: 'DELETE', status: 0, failure: 'network' }, 0, 'may-duplicate'],
    ['a write with its key', { method: 'POST', status: 500, sentHeaders: { 'idempotency-key': 'k' } }, 359, 'safe'],
    [
      'a write after its key’s six minutes',
      { method: 'POST', status: 500, sentHeaders: { 'idempotency-key': 'k' } },
      360,
      'may-duplicate',
    ],
    [
      'a deletion, which takes no key',
      { method: 'DELETE', status: 500, sentHeaders: { 'idempotency-key': 'k' } },
      0,
      'may-duplicate',
    ],
    ['a success', { method: 'POST', status: 200 }, 0, undefined],
  ])('%s: repeating is judged', (_, wish, afterSeconds, repeat) => {
    expect(advise(wish, afterSeconds).repeat?.kind).toBe(repeat);
  });

  test('says what the key keeps of an error, as long as it keeps it', () => {
    const wish = { method: 'POST', status: 500, sentHeaders: { 'idempotency-key': 'k' } };
    expect(advise(wish).notes.join()).toContain('may replay this error');
    expect(advise(wish, 361).notes).toEqual([]);
  });

  test('counts the key’s six minutes from its first try, and says that the stored error is replayed', () => {
    const failed = { method: 'POST', sent: { name: 'A' }, status: 500, sentHeaders: { 'idempotency-key': 'k' } };
    const exchanges = calls([0, 60, 120].map((at) => ({ at, ...failed })));
    const last = exchanges[2] as Exchange;
    const attempts = attemptsOf(sessionOf(exchanges), last.id);
    const until = clockTime(beginMs + 360_000);
    expect(retryAdvice(last, diagnose(last), beginMs + 130_000, attempts).notes).toEqual([
      `This is try 3 with the same Idempotency-Key, which replays the stored 500: wait until ${until}, or read back first.`,
    ]);
    expect(retryAdvice(last, diagnose(last), beginMs + 361_000, attempts)).toMatchObject({
      notes: [],
      repeat: { kind: 'may-duplicate' },
    });
  });

  test('names the guide on idempotent requests as a source where a key bears on the advice', () => {
    const names = (wish: ExchangeWish) =>
      advise(wish)
        .sources.map(({ where }) => where)
        .join();
    expect(names({ method: 'POST', status: 500, sentHeaders: { 'idempotency-key': 'k' } })).toContain(
      'idempotent requests',
    );
    expect(names({ method: 'POST', status: 500 })).not.toContain('idempotent requests');
    expect(names({ method: 'DELETE', status: 500, sentHeaders: { 'idempotency-key': 'k' } })).not.toContain(
      'idempotent',
    );
  });
});
