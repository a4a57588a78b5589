// Whether and when to retry the request, with a countdown if the time is known.

import { retryLine } from '../../../core/card/retry-line.ts';
import type { Diagnosis } from '../../../core/diagnose/diagnose.ts';
import type { Exchange } from '../../../core/model/exchange.ts';
import { retryAdvice } from '../../../core/retry/retry-advice.ts';
import type { Attempts } from '../../../core/session/attempts.ts';
import { formatCountdown, formatTime } from '../../lib/format.ts';
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
  const { kind, seconds, safety, untilMs } = advice;
  const { verdict, details } = retryLine(advice, exchange.request.method, nowMs);
  return (
    <section
      class={`advice advice-${kind}`}
      aria-label="Retry advice"
      data-retry={kind}
      data-repeat={safety?.kind}
      data-retry-after-seconds={seconds}
    >
      <p>
        <strong>
          {untilMs !== undefined && nowMs < untilMs ? <TimeLeft untilMs={untilMs} nowMs={nowMs} /> : verdict}
        </strong>{' '}
        <InlineCode text={details.join(' ')} />
      </p>
    </section>
  );
}

function TimeLeft({ untilMs, nowMs }: { untilMs: number; nowMs: number }) {
  return (
    <>
      In{' '}
      <span role="timer" aria-label="Time left" class="time-left">
        {formatCountdown((untilMs - nowMs) / 1000)}
      </span>
      , at {formatTime(untilMs, nowMs)}.
    </>
  );
}
