// Whether a request may be sent again, in one sentence.

import type { RetryAdvice } from '../../core/retry/retry-advice.ts';
import { formatSeconds } from '../../core/text/format-seconds.ts';

/** `repeat` is omitted where the sentence is about no particular request. */
type RetryAdviceSummary = Pick<RetryAdvice, 'kind' | 'seconds' | 'source' | 'backOff'> &
  Partial<Pick<RetryAdvice, 'safety'>>;

export function formatRetryAdvice(advice: RetryAdviceSummary): string {
  return verdicts[advice.kind](advice);
}

const verdicts: Record<RetryAdviceSummary['kind'], (advice: RetryAdviceSummary) => string> = {
  'not-needed': () => 'No retry needed.',
  'read-back': () => 'Read the data back first. An earlier attempt may have written it.',
  'fix-first': () => 'Don’t retry until it’s fixed.',
  'refresh-token': () => 'Refresh the access token, then retry once.',
  wait: ({ seconds = 0, source, safety }) =>
    `Wait ${formatSeconds(seconds)} (${source === 'Retry-After' ? 'Retry-After' : 'documented'}), then ${mayDuplicate(safety) ? 'read the data back. Retry only if nothing was written' : 'retry'}.`,
  'back-off': ({ backOff, safety }) => {
    if (mayDuplicate(safety)) return 'Read the data back first. Retry only if nothing was written.';
    return backOff
      ? `Retry with increasing delays: ${formatSeconds(backOff.firstSeconds)} first, ×${backOff.factor} up to ${formatSeconds(backOff.maxSeconds)}, with jitter, at most ${backOff.maxAttempts} attempts.`
      : 'Retry with increasing delays.';
  },
  'cannot-tell': () => 'Can’t tell whether it’s safe to retry.',
};

function mayDuplicate(repeat: RetryAdviceSummary['safety']): boolean {
  return repeat?.kind === 'may-duplicate';
}
