// A request before Retry-After was over: a retry, or any other that counts towards the same limit.

import { limits } from '../../../catalogue/citation.ts';
import { waitEndMs } from '../../session/summary-times.ts';
import { clockTime } from '../../text/clock-time.ts';
import { plural, pluralWord } from '../../text/plural.ts';
import { type RateLimitWait, TOLERANCE_MS, waitAround } from './requests-during-wait.ts';
import { formatDuration, retryIntervals } from './retry-intervals.ts';
import type { SequenceRule } from './sequence-rule.ts';

export const rule: SequenceRule = {
  id: 'retried-too-early',
  title: 'Sent before Retry-After ended',
  severity: 'error',
  citation: limits,
  run({ exchange, attempts, session }) {
    const summary = session.get(exchange.id);
    const wait = summary && waitAround(session, summary);
    const early = retryIntervals(attempts).filter(({ failed, again }) => earlyMs(failed, again) > TOLERANCE_MS);
    const sent = new Set(wait?.sent);
    const isRetryAlone = wait?.sent.length === 1 && early.some(({ again }) => sent.has(again));
    return [
      ...(wait === undefined || isRetryAlone ? [] : [duringWait(wait)]),
      ...early
        .filter(({ again }) => isRetryAlone || !sent.has(again))
        .map(({ failed, again, ms }) => ({
          observed: `Sent again after ${formatDuration(ms)}, which is ${formatDuration(earlyMs(failed, again))} too early. \`Retry-After\` was ${failed.retryAfterSeconds} s`,
          fix: `Wait ${failed.retryAfterSeconds} s, as \`Retry-After\` says, plus a little random jitter.`,
          relatedIds: [failed.id, again.id],
        })),
    ];
  },
};

type Interval = ReturnType<typeof retryIntervals>[number];

/** Zero if there was no Retry-After. */
function earlyMs(failed: Interval['failed'], again: Interval['again']): number {
  return failed.retryAfterSeconds === undefined ? 0 : waitEndMs(failed) - again.startedMs;
}

function duringWait({ origin, untilMs, sent, per }: RateLimitWait) {
  const until = clockTime(untilMs);
  const who = per === 'app' ? 'the app' : 'this organisation';
  return {
    observed: `${plural(sent.length, 'request')} ${pluralWord(sent.length, 'was', 'were')} sent before ${until}, although \`Retry-After\` said to wait until then`,
    fix: `Pause every request ${per === 'app' ? 'from' : 'for'} ${who} until then, whatever its URL.`,
    // Without the tenant header, which a proxy may add, the requests may be for several organisations.
    certainty: per === 'tenant' && origin.tenant === '' ? ('likely' as const) : ('certain' as const),
    relatedIds: [origin, ...sent].map(({ id }) => id).slice(0, 8),
  };
}
