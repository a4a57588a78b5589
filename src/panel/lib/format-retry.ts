// May it be sent again: the answer in one sentence.

import type { RetryAdvice } from '../../core/retry/retry-advice.ts';
import { span } from './format.ts';

/** `repeat`: left out where no one call is spoken of. */
type Told = Pick<RetryAdvice, 'kind' | 'seconds' | 'toldBy' | 'backOff'> & Partial<Pick<RetryAdvice, 'repeat'>>;

export function retryVerdict(told: Told): string {
  return verdicts[told.kind](told);
}

const verdicts: Record<Told['kind'], (told: Told) => string> = {
  'not-needed': () => 'No retry needed.',
  'fix-first': () => 'Do not send it again unchanged.',
  'refresh-token': () => 'Refresh the access token, then send it once more.',
  wait: ({ seconds = 0, toldBy, repeat }) =>
    `Wait ${span(seconds)} (${toldBy === 'Retry-After' ? 'Retry-After' : 'documented'}), then ${mayDuplicate(repeat) ? 'read back; send it again only if nothing was written' : 'send it again'}.`,
  'back-off': ({ backOff, repeat }) => {
    if (mayDuplicate(repeat)) return 'Read back first; send it again only if nothing was written.';
    return backOff
      ? `Send it again with growing pauses: ${span(backOff.firstSeconds)} first, ×${backOff.factor} up to ${span(backOff.mostSeconds)}, with jitter, at most ${backOff.tries} tries.`
      : 'Send it again with growing pauses.';
  },
  'cannot-tell': () => 'Whether to send it again cannot be told.',
};

function mayDuplicate(repeat: Told['repeat']): boolean {
  return repeat?.kind === 'may-duplicate';
}
