import { describe, expect, test } from 'vitest';
import { type ExchangeOptions, exchange } from '../../testing/exchange.ts';
import { beginMs, sessionOf, type TimedExchangeOptions, timedExchanges } from '../../testing/timed-exchanges.ts';
import { diagnose } from '../diagnose/diagnose.ts';
import type { Exchange } from '../model/exchange.ts';
import { attemptsOf } from '../session/attempts.ts';
import { clockTime } from '../text/clock-time.ts';
import { retryAdvice } from './retry-advice.ts';

function advise(options: ExchangeOptions, afterSeconds = 0) {
  const subject = exchange({ durationMs: 0, ...options });
  return retryAdvice(subject, diagnose(subject), subject.startedMs + afterSeconds * 1000);
}

const keyed = (key?: string) => ({
  method: 'POST',
  sent: { name: 'A' },
  sentHeaders: key === undefined ? {} : { 'idempotency-key': key },
});
const minute = (retryAfter: string): ExchangeOptions => ({
  status: 429,
  headers: { 'x-rate-limit-problem': 'minute', 'retry-after': retryAfter, date: 'Sun, 22 Nov 2026 14:02:41 GMT' },
});

describe('retryAdvice', () => {
  test.each([
    ['22', 22],
    ['60', 60],
    ['1.2', 2],
    [' 7 ', 7],
    ['3, 9', 9],
    ['Sun, 22 Nov 2026 14:03:11 GMT', 30],
    ['Sunday, 22-Nov-26 14:03:11 GMT', 30],
    ['Sun Nov 22 14:03:11 2026', 30],
  ])('waits for Retry-After: %s', (value, seconds) => {
    expect(advise(minute(value))).toMatchObject({ kind: 'wait', seconds, source: 'Retry-After', notes: [] });
  });

  test('does not know when a wait ends if the clock was set back an hour since', () => {
    expect(advise(minute('22'), -3_600)).toMatchObject({ kind: 'wait', seconds: 22, untilMs: undefined });
    expect(advise(minute('22'), -1).untilMs).toBe(advise(minute('22')).untilMs);
  });

  test.each(['Sun, 22 Nov 2026 15:03:11 +0100', '2026-11-22T09:03:11-05:00', 'Sun, 22 Nov 2026 09:03:11 EST'])(
    'uses the time zone of the date %s, and says that it isn’t GMT',
    (value) => {
      expect(advise(minute(value))).toMatchObject({
        kind: 'wait',
        seconds: 30,
        notes: [expect.stringContaining('always in GMT')],
      });
    },
  );

  test.each<[limit: string, value: string, note: RegExp]>([
    ['minute', '0', /isn’t a usable delay/],
    ['minute', '61', /longer than the limit’s window of 60 seconds/],
    ['minute', '9999', /longer than the limit’s window of 60 seconds/],
    ['minute', 'Sun, 22 Nov 2026 14:00:00 GMT', /in the past/],
    ['minute', 'Sun, 22 Nov 2026 14:03:11', /without a time zone/],
    ['minute', '2026-11-22T14:03:11', /without a time zone/],
    ['appminute', '3600', /longer than the limit’s window of 60 seconds/],
    ['day', '86401', /longer than the limit’s window of 86,400 seconds/],
    ['day', '0', /isn’t a usable delay/],
    ['concurrent', '0', /isn’t a usable delay/],
    ['concurrent', '9999', /counts requests in progress/],
    ['', '86401', /longer than the window of any Xero limit/],
  ])('ignores a Retry-After that makes no sense for the limit %j: %s', (problem, value, note) => {
    const headers = { ...minute(value).headers, 'x-rate-limit-problem': problem };
    const advice = advise({ status: 429, headers });
    expect(advice).toMatchObject({ kind: 'back-off', seconds: undefined, untilMs: undefined });
    expect(advice.notes[0]).toMatch(note);
  });

  test.each([
    ['minute', /at most 60 seconds/],
    ['day', /at most 24 hours/],
    ['concurrent', /fewer in parallel.*short random delay/],
  ])('says what is known about the wait for the limit %s without Retry-After', (problem, note) => {
    expect(advise({ status: 429, headers: { 'x-rate-limit-problem': problem } }).notes.join()).toMatch(note);
  });

  test('uses a Retry-After of hours for the day limit', () => {
    const headers = { 'x-rate-limit-problem': 'day', 'retry-after': '66975' };
    expect(advise({ status: 429, headers })).toMatchObject({ kind: 'wait', seconds: 66_975, notes: [] });
  });

  test.each(['-5', '1e9', '1000000000', 'soon', '', 'NaN', 'Infinity', 'Sun, 99 Nov 2026', '<script>'])(
    'backs off and says why if Retry-After is %j',
    (value) => {
      const advice = advise(minute(value));
      expect(advice).toMatchObject({ kind: 'back-off', seconds: undefined });
      expect(advice.notes[0]).toContain(`Retry-After: ${value}`);
    },
  );

  test('uses the longest of repeated headers, and ignores unusable ones', () => {
    const headers = ['2', '-1', '12'].map((value) => ['retry-after', value] as const);
    expect(advise({ status: 503, headers }).seconds).toBe(12);
  });

  test('waits the documented five minutes for an organisation that is offline', () => {
    const advice = advise({ status: 503, body: 'The Organisation is offline' });
    expect(advice).toMatchObject({ kind: 'wait', seconds: 300, source: 'documentation' });
    expect(advice.untilMs).toBe(Date.UTC(2026, 10, 22, 14, 7, 41));
  });

  test('has no time of day if the time of the response is unknown', () => {
    expect(advise({ ...minute('22'), startedMs: Number.NaN })).toMatchObject({ seconds: 22, untilMs: undefined });
  });

  test.each<[string, ExchangeOptions, number, string | undefined]>([
    ['a read', { status: 500 }, 0, 'safe'],
    ['a rejected write', { method: 'POST', status: 429 }, 0, 'safe'],
    ['a write that may have succeeded', { method: 'POST', status: 500 }, 0, 'may-duplicate'],
    ['a deletion without a response', { method: 'DELETE', status: 0, failure: 'network' }, 0, 'may-duplicate'],
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
    ['an OPTIONS request', { method: 'OPTIONS', status: 405 }, 0, 'safe'],
    ['a success', { method: 'POST', status: 200 }, 0, undefined],
    ['a write to Xero that CORS blocked', { method: 'POST', status: 0, failure: 'cors' }, 0, 'safe'],
    [
      'a write to a proxy that CORS blocked, without a preflight',
      { method: 'POST', url: 'https://app.example/projects.xro/2.0/Projects', status: 0, failure: 'cors' },
      0,
      'may-duplicate',
    ],
    [
      'a write with a 500 response in XML',
      { method: 'POST', status: 500, body: '<ApiException><ErrorNumber>500</ErrorNumber></ApiException>' },
      0,
      'may-duplicate',
    ],
  ])('repeat safety of %s', (_, options, afterSeconds, repeat) => {
    expect(advise(options, afterSeconds).safety?.kind).toBe(repeat);
  });

  test('warns that the key may replay an error, until the key expires', () => {
    const options = { method: 'POST', status: 500, sentHeaders: { 'idempotency-key': 'k' } };
    expect(advise(options).notes.join()).toContain('may replay this error');
    expect(advise(options, 361).notes).toEqual([]);
  });

  test('counts the key’s six minutes from its first use, and warns that the stored error is replayed', () => {
    const failed = { method: 'POST', sent: { name: 'A' }, status: 500, sentHeaders: { 'idempotency-key': 'k' } };
    const exchanges = timedExchanges([0, 60, 120].map((at) => ({ at, ...failed })));
    const last = exchanges[2] as Exchange;
    const attempts = attemptsOf(sessionOf(exchanges), last.id);
    const until = clockTime(beginMs + 360_000);
    expect(retryAdvice(last, diagnose(last), beginMs + 130_000, attempts).notes).toEqual([
      `This is attempt 3 with the same Idempotency-Key, which replays the cached 500. Wait until ${until}, or read the record back first.`,
    ]);
    expect(retryAdvice(last, diagnose(last), beginMs + 361_000, attempts)).toMatchObject({
      notes: [],
      safety: { kind: 'may-duplicate' },
    });
  });

  const keyedPost = { method: 'POST', sent: { name: 'A' }, sentHeaders: { 'idempotency-key': 'k' } };
  /** The notes on the last of several attempts with one key, a minute apart, and until when repeating is safe. */
  function lastOf(statuses: readonly number[]) {
    const exchanges = timedExchanges(statuses.map((status, i) => ({ at: i * 60, status, ...keyedPost })));
    const last = exchanges.at(-1) as Exchange;
    const attempts = attemptsOf(sessionOf(exchanges), last.id);
    const at = (seconds: number) => retryAdvice(last, diagnose(last), beginMs + seconds * 1000, attempts);
    const safe = [359, 419, 479, 539].filter((seconds) => at(seconds).safety?.kind === 'safe');
    return { notes: at(statuses.length * 60).notes.join(), safeUntil: safe.at(-1) };
  }

  test.each<[statuses: number[], safeUntil: number]>([
    [[500, 500], 359],
    [[504, 504], 359],
    [[503, 500], 359],
    [[0, 502], 359],
    // Rejected before the key was checked.
    [[429, 500], 419],
    [[401, 403, 504], 479],
  ])('the six minutes of a key used for %j count from its first use', (statuses, safeUntil) => {
    expect(lastOf(statuses).safeUntil).toBe(safeUntil);
  });

  test.each<[statuses: number[], notes: RegExp]>([
    [[0], /^$/],
    [[401], /^$/],
    [[403], /^$/],
    [[429], /^$/],
    [[502], /^$/],
    [[504], /^$/],
    [[500, 500, 504], /^$/],
    [[503], /may replay this error/],
    [[504, 500], /may replay this error/],
    [[504, 500, 500], /^This is attempt 3 .* replays the cached 500/],
    [
      [400],
      /the same request with the same Idempotency-Key gets this response again. Fix the request and use a new key/,
    ],
    [[404], /the same request with the same Idempotency-Key gets this response again/],
  ])('notes on the key after %j match %s', (statuses, notes) => {
    expect(lastOf(statuses).notes).toMatch(notes);
  });

  test.each<[string, ExchangeOptions, RegExp]>([
    ['a 404 of Express', { status: 404, body: '<pre>Cannot POST /</pre>' }, /^$/],
    ['a 400 of a proxy', { status: 400, body: { message: 'CSRF' } }, /^$/],
    ['field errors of Xero', { status: 400, body: { modelState: { Name: ['No'] } } }, /gets this response again/],
    ['a 500 of unknown origin', { status: 500, body: 'TypeError: fetch failed' }, /may replay this error/],
  ])('behind a proxy, notes on the key after %s match %s', (_, options, notes) => {
    const url = 'https://app.example/projects.xro/2.0/Projects';
    expect(advise({ url, ...keyedPost, ...options }).notes.join()).toMatch(notes);
  });

  test.each<[string, TimedExchangeOptions, TimedExchangeOptions, string, string | undefined]>([
    [
      'worked under another key, after a 504',
      { at: 0, ...keyed('a'), status: 504 },
      { at: 4, ...keyed('b') },
      'read-back',
      'may-duplicate',
    ],
    [
      'worked under another key, after no response',
      { at: 0, ...keyed('a'), status: 0, failure: 'network' },
      { at: 4, ...keyed('b') },
      'read-back',
      'may-duplicate',
    ],
    [
      'worked without a key, after a 502',
      { at: 0, ...keyed(), status: 502 },
      { at: 4, ...keyed() },
      'read-back',
      'may-duplicate',
    ],
    [
      'failed under another key',
      { at: 0, ...keyed('a'), status: 504 },
      { at: 4, ...keyed('b'), status: 504 },
      'back-off',
      'may-duplicate',
    ],
    [
      'worked under the same key',
      { at: 0, ...keyed('a'), status: 504 },
      { at: 4, ...keyed('a') },
      'not-needed',
      undefined,
    ],
    [
      'worked under another key, after a refusal',
      { at: 0, ...keyed('a'), status: 429 },
      { at: 4, ...keyed('b') },
      'not-needed',
      undefined,
    ],
  ])('the advice after an attempt that %s', (_, first, second, kind, safety) => {
    const exchanges = timedExchanges([first, second]);
    const last = exchanges[1] as Exchange;
    const advice = retryAdvice(last, diagnose(last), beginMs + 60_000, attemptsOf(sessionOf(exchanges), last.id));
    expect({ kind: advice.kind, safety: advice.safety?.kind }).toEqual({ kind, safety });
  });

  test('cites the guide on idempotent requests if a key affects the advice', () => {
    const names = (options: ExchangeOptions) =>
      advise(options)
        .citations.map(({ title }) => title)
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
