// Whether a request may be sent again, in one sentence.

import type { RetryAdvice } from '../../core/retry/retry-advice.ts';
import { formatSeconds } from './format.ts';

/** `repeat` is omitted where the sentence is about no particular request. */
type RetryAdviceSummary = Pick<RetryAdvice, 'kind' | 'seconds' | 'source' | 'backOff'> &
  Partial<Pick<RetryAdvice, 'safety'>>;

export function formatRetryAdvice(advice: RetryAdviceSummary): string {
  return verdicts[advice.kind](advice);
}

const verdicts: Record<RetryAdviceSummary['kind'], (advice: RetryAdviceSummary) => string> = {
  'not-needed': () => 'No retry needed.',
  'read-back': () => 'Read back first: an earlier try may have written it, too.',
  'fix-first': () => 'Do not send it again unchanged.',
  'refresh-token': () => 'Refresh the access token, then send it once more.',
  wait: ({ seconds = 0, source, safety }) =>
    `Wait ${formatSeconds(seconds)} (${source === 'Retry-After' ? 'Retry-After' : 'documented'}), then ${mayDuplicate(safety) ? 'read back; send it again only if nothing was written' : 'send it again'}.`,
  'back-off': ({ backOff, safety }) => {
    if (mayDuplicate(safety)) return 'Read back first; send it again only if nothing was written.';
    return backOff
      ? `Send it again with growing pauses: ${formatSeconds(backOff.firstSeconds)} first, ×${backOff.factor} up to ${formatSeconds(backOff.maxSeconds)}, with jitter, at most ${backOff.maxAttempts} tries.`
      : 'Send it again with growing pauses.';
  },
  'cannot-tell': () => 'Whether to send it again cannot be told.',
};

function mayDuplicate(repeat: RetryAdviceSummary['safety']): boolean {
  return repeat?.kind === 'may-duplicate';
}
