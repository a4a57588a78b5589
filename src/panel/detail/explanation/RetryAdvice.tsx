// May it be sent again, and when: in one line, with a countdown where a time is known.

import type { Diagnosis } from '../../../core/diagnose/diagnose.ts';
import type { Exchange } from '../../../core/model/exchange.ts';
import { retryAdvice } from '../../../core/retry/retry-advice.ts';
import type { Attempts } from '../../../core/session/attempts.ts';
import { countdown, moment } from '../../lib/format.ts';
import { retryVerdict } from '../../lib/format-retry.ts';
import { useClock } from '../../lib/use-now.ts';
import { Words } from '../../ui/InlineCode.tsx';

interface RetryAdviceProps {
  exchange: Exchange;
  diagnosis: Diagnosis;
  /** The attempts that the exchange is one of. */
  attempts: Attempts | undefined;
}

export function RetryAdvice({ exchange, diagnosis, attempts }: RetryAdviceProps) {
  const nowMs = useClock();
  const advice = retryAdvice(exchange, diagnosis, nowMs, attempts);
  const { kind, seconds, repeat, say, notes } = advice;
  return (
    <section
      class={`advice advice-${kind}`}
      aria-label="Retry advice"
      data-retry={kind}
      data-repeat={repeat?.kind}
      data-retry-after-seconds={seconds}
    >
      <p class="verdict">
        <strong>{retryVerdict(advice)}</strong>{' '}
        {advice.untilMs !== undefined && <TimeLeft untilMs={advice.untilMs} nowMs={nowMs} />}
      </p>
      <p>
        <Words text={say} />
      </p>
      {repeat && (kind !== 'fix-first' || exchange.request.method !== 'GET') && (
        <p>
          {kind !== 'fix-first' && (
            <span class="label">{repeat.kind === 'safe' ? 'Safe to repeat.' : 'May apply twice.'}</span>
          )}{' '}
          {repeat.why}
        </p>
      )}
      {notes.map((note) => (
        <p key={note}>
          <Words text={note} />
        </p>
      ))}
    </section>
  );
}

function TimeLeft({ untilMs, nowMs }: { untilMs: number; nowMs: number }) {
  const left = (untilMs - nowMs) / 1000;
  if (left <= 0) return <span class="subtle">The wait was over at {moment(untilMs, nowMs)}.</span>;
  return (
    <span>
      <span role="timer" aria-label="Time left" class="time-left">
        {countdown(left)}
      </span>{' '}
      <span class="subtle">left, until {moment(untilMs, nowMs)}</span>
    </span>
  );
}
