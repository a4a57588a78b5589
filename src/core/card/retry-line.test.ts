import { expect, test } from 'vitest';
import { type ExchangeOptions, exchange, root } from '../../testing/exchange.ts';
import { diagnose } from '../diagnose/diagnose.ts';
import { retryAdvice } from '../retry/retry-advice.ts';
import { clockTime } from '../text/clock-time.ts';
import { retryLine } from './retry-line.ts';

const startedMs = Date.UTC(2026, 10, 22, 14, 2, 41);
const limited = { status: 429, durationMs: 0, headers: { 'retry-after': '22', 'x-rate-limit-problem': 'minute' } };
const write = { method: 'POST', url: `${root}/Projects`, sent: { name: 'Attic' } };
const at = (seconds: number) => clockTime(startedMs + seconds * 1000);

test.each<[string, ExchangeOptions, afterSeconds: number, verdict: string, details: RegExp]>([
  ['a success', {}, 0, 'Not needed.', /^$/],
  ['a rejected read', { status: 404 }, 0, 'Not until it’s fixed.', /^$/],
  [
    'a rejected write',
    { ...write, status: 404 },
    0,
    'Not until it’s fixed.',
    /^It was rejected, so nothing was written\.$/,
  ],
  ['a wait', limited, 2, `At ${at(22)}.`, /^Add a short random delay.* Safe: a read doesn’t change anything\.$/],
  ['a wait that is over', limited, 60, 'Now.', new RegExp(`^The 22 s wait ended at ${at(22)}\\.`)],
  [
    'a failed read',
    { status: 502 },
    0,
    'With increasing delays.',
    /^1 s first, ×2 up to 30 s, with jitter, at most 3 attempts\./,
  ],
  [
    'a failed write without a key',
    { ...write, status: 502 },
    0,
    'Only if nothing was written.',
    /^Xero may have created it already/,
  ],
  [
    'a cancelled read',
    { status: 0, failure: 'aborted' },
    0,
    'Can’t tell whether it helps.',
    /Safe: a read doesn’t change anything\.$/,
  ],
  [
    'a cancelled write',
    { ...write, status: 0, failure: 'aborted' },
    0,
    'Can’t tell whether it’s safe.',
    /Xero may have created it already/,
  ],
])('%s', (_, options, afterSeconds, verdict, details) => {
  const each = exchange({ startedMs, ...options });
  const nowMs = startedMs + afterSeconds * 1000;
  const line = retryLine(retryAdvice(each, diagnose(each), nowMs), each.request.method, nowMs);
  expect(line.verdict).toBe(verdict);
  expect(line.details.join(' ')).toMatch(details);
});
