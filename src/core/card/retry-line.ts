// Whether and when to retry, in a verdict and what supports it.

import type { RetryAdvice } from '../retry/retry-advice.ts';
import { clockTime } from '../text/clock-time.ts';
import { formatSeconds } from '../text/format-seconds.ts';

export interface RetryLine {
  /** A countdown replaces it while `untilMs` is in the future. */
  readonly verdict: string;
  /** Sentences, the most important first. */
  readonly details: readonly string[];
}

/** `method` is that of the request. */
export function retryLine(advice: RetryAdvice, method: string, nowMs: number): RetryLine {
  const { kind, safety, notes } = advice;
  const isRead = method.toUpperCase() === 'GET';
  const verdict = verdicts[kind](advice, nowMs);
  const details = detailsOf(advice, nowMs);
  // A fix has to come first anyway, so only what may have been written matters.
  if (safety === undefined || kind === 'read-back' || (kind === 'fix-first' && isRead))
    return { verdict, details: [...details, ...notes] };
  return { verdict, details: [...details, safetyText(safety, kind), ...notes] };
}

const verdicts: Record<RetryAdvice['kind'], (advice: RetryAdvice, nowMs: number) => string> = {
  'not-needed': () => 'Not needed.',
  'read-back': () => 'Read the record back first.',
  'fix-first': () => 'Not until it’s fixed.',
  'refresh-token': () => 'Once, with a new token.',
  wait: ({ seconds = 0, untilMs }, nowMs) => {
    if (untilMs === undefined) return `After ${formatSeconds(seconds)}.`;
    return nowMs < untilMs ? `At ${clockTime(untilMs)}.` : 'Now.';
  },
  'back-off': (advice) => (mayDuplicate(advice) ? 'Only if nothing was written.' : 'With increasing delays.'),
  'cannot-tell': (advice) => `Can’t tell whether ${advice.safety?.kind === 'safe' ? 'it helps' : 'it’s safe'}.`,
};

function detailsOf(advice: RetryAdvice, nowMs: number): string[] {
  const { kind, text, backOff, untilMs, seconds } = advice;
  switch (kind) {
    case 'not-needed':
    // The fix has the advice.
    case 'fix-first':
    case 'cannot-tell':
      return [];
    case 'read-back':
      // The fix says how to read it back.
      return ['An earlier attempt may have written it.'];
    case 'refresh-token':
      // The verdict replaces the first sentence.
      return [text.replace(/^[^.]{0,300}\.\s{0,2}/, '')];
    case 'back-off': {
      const delays = backOff
        ? [
            `${formatSeconds(backOff.firstSeconds)} first, ×${backOff.factor} up to ${formatSeconds(backOff.maxSeconds)}, with jitter, at most ${backOff.maxAttempts} attempts.`,
          ]
        : [];
      return mayDuplicate(advice) ? [] : [...delays, text];
    }
    case 'wait': {
      const ended = untilMs !== undefined && nowMs >= untilMs;
      return [
        ...(ended ? [`The ${formatSeconds(seconds ?? 0)} wait ended at ${clockTime(untilMs)}.`] : []),
        ...(mayDuplicate(advice) ? ['Only if nothing was written.'] : []),
        text,
      ];
    }
  }
}

function mayDuplicate({ safety }: RetryAdvice): boolean {
  return safety?.kind === 'may-duplicate';
}

function safetyText({ kind, reason }: NonNullable<RetryAdvice['safety']>, retry: RetryAdvice['kind']): string {
  // The verdict or the fix already says that it isn't safe as it is.
  if (kind === 'may-duplicate' || retry === 'fix-first') return reason;
  return `Safe: ${reason.charAt(0).toLowerCase()}${reason.slice(1)}`;
}
