// Whether and when to retry the request, with a countdown if the time is known.

import type { Diagnosis } from '../../../core/diagnose/diagnose.ts';
import type { Exchange } from '../../../core/model/exchange.ts';
import { retryAdvice } from '../../../core/retry/retry-advice.ts';
import type { Attempts } from '../../../core/session/attempts.ts';
import { formatCountdown, formatTime } from '../../lib/format.ts';
import { formatRetryAdvice } from '../../lib/format-retry.ts';
import { useNow } from '../../lib/use-now.ts';
import { InlineCode } from '../../ui/InlineCode.tsx';

interface RetryAdviceProps {
  exchange: Exchange;
  diagnosis: Diagnosis;
  /** The attempts that include the exchange. */
  attempts: Attempts | undefined;
}

export function RetryAdvice({ exchange, diagnosis, attempts }: RetryAdviceProps) {
  const nowMs = useNow();
  const advice = retryAdvice(exchange, diagnosis, nowMs, attempts);
  const { kind, seconds, safety, text, notes } = advice;
  return (
    <section
      class={`advice advice-${kind}`}
      aria-label="Retry advice"
      data-retry={kind}
      data-repeat={safety?.kind}
      data-retry-after-seconds={seconds}
    >
      <p class="verdict">
        <strong>{formatRetryAdvice(advice)}</strong>{' '}
        {advice.untilMs !== undefined && <TimeLeft untilMs={advice.untilMs} nowMs={nowMs} />}
      </p>
      <p>
        <InlineCode text={text} />
      </p>
      {safety && (kind !== 'fix-first' || exchange.request.method !== 'GET') && (
        <p>
          {kind !== 'fix-first' && (
            <span class="label">{safety.kind === 'safe' ? 'Safe to retry.' : 'May be applied twice.'}</span>
          )}{' '}
          {safety.reason}
        </p>
      )}
      {notes.map((note) => (
        <p key={note}>
          <InlineCode text={note} />
        </p>
      ))}
    </section>
  );
}

function TimeLeft({ untilMs, nowMs }: { untilMs: number; nowMs: number }) {
  const remainingSeconds = (untilMs - nowMs) / 1000;
  if (remainingSeconds <= 0) return <span class="subtle">The wait ended at {formatTime(untilMs, nowMs)}.</span>;
  return (
    <span>
      <span role="timer" aria-label="Time left" class="time-left">
        {formatCountdown(remainingSeconds)}
      </span>{' '}
      <span class="subtle">left, until {formatTime(untilMs, nowMs)}</span>
    </span>
  );
}
