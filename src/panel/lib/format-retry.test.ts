import { describe, expect, test } from 'vitest';
import { diagnose } from '../../core/diagnose/diagnose.ts';
import { retryAdvice } from '../../core/retry/retry-advice.ts';
import { type ExchangeOptions, exchange, root } from '../../testing/exchange.ts';
import { formatRetryAdvice } from './format-retry.ts';

const readBack = 'Read the data back first. Retry only if nothing was written.';
const taskUrl = `${root}/Projects/254553fa-2be8-4991-bd5e-70a97ea12ef8/Tasks/c5bf9e3f-7d68-4a1b-9b5f-1a6f0f4b2d3c`;
const key = { 'idempotency-key': 'k' };
const offline = { status: 503, body: 'The Organisation is offline' };

describe('formatRetryAdvice', () => {
  test.each<[string, ExchangeOptions, string | RegExp]>([
    ['a read that failed with 500', { status: 500 }, /^Retry with increasing delays: 2 s first/],
    ['a POST without a key that failed with 500', { method: 'POST', status: 500 }, readBack],
    ['a POST without a key that failed with 503', { method: 'POST', status: 503 }, readBack],
    ['a POST without a key that failed with 504', { method: 'POST', status: 504 }, readBack],
    ['a deletion without a response', { method: 'DELETE', url: taskUrl, status: 0, failure: 'network' }, readBack],
    [
      'a POST with its key that failed with 504',
      { method: 'POST', status: 504, sentHeaders: key },
      /^Retry with increasing delays/,
    ],
    ['a POST that a rate limit rejected', { method: 'POST', status: 429 }, /^Retry with increasing delays/],
    ['a read of an organisation that is offline', offline, 'Wait 5 min (documented), then retry.'],
    [
      'a POST to an organisation that is offline',
      { method: 'POST', ...offline },
      'Wait 5 min (documented), then read the data back. Retry only if nothing was written.',
    ],
    ['a rejected POST', { method: 'POST', status: 400 }, 'Don’t retry until it’s fixed.'],
  ])('%s', (_, options, expected) => {
    const sample = exchange(options);
    expect(formatRetryAdvice(retryAdvice(sample, diagnose(sample), sample.startedMs))).toEqual(
      typeof expected === 'string' ? expected : expect.stringMatching(expected),
    );
  });
});
