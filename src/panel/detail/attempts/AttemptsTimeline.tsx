// Attempts over time: one row each, with a bar for the duration of the request, followed by the wait that Xero asked for.

import type { ExchangeSummary } from '../../../core/session/exchange-summary.ts';
import { waitEndMs } from '../../../core/session/summary-times.ts';
import { clockTime } from '../../../core/text/clock-time.ts';
import { formatSeconds } from '../../../core/text/format-seconds.ts';
import { MINUTE_MS } from '../../../core/text/time.ts';
import { formatMs } from '../../lib/format.ts';
import { usePanelState } from '../../state/state-context.ts';

/** Width of the view box; the drawing is stretched to fit. */
const WIDTH = 1_000;
/** Keeps the bar of a very short request visible. */
const MIN_BAR_WIDTH = 6;

export function AttemptsTimeline({ exchanges, selected }: { exchanges: readonly ExchangeSummary[]; selected: number }) {
  const { selection, log, diagnosisOf } = usePanelState();
  const fromMs = exchanges[0]?.startedMs ?? 0;
  const toMs = Math.max(...exchanges.map(({ endMs }) => endMs), fromMs + 1);
  const at = (ms: number) => Math.min(WIDTH, ((ms - fromMs) / (toMs - fromMs)) * WIDTH);
  return (
    <ol class="timeline" aria-label="Attempts over time">
      {exchanges.map((summary, i) => {
        const exchange = log.get(summary.id);
        const before = exchanges[i - 1];
        const waitUntilMs = summary.retryAfterSeconds === undefined ? summary.endMs : waitEndMs(summary);
        return (
          <li key={summary.id} aria-current={summary.id === selected ? 'true' : undefined}>
            <button type="button" class="place" onClick={() => selection.select(summary.id)}>
              {clockTime(summary.startedMs)} {summary.status || 'no status'}
            </button>
            <span class="subtle">{before ? `after ${formatPause(summary.startedMs - before.endMs)}` : 'first'}</span>
            <svg viewBox={`0 0 ${WIDTH} 12`} preserveAspectRatio="none" aria-hidden="true">
              <rect class="wait" x={at(summary.endMs)} y="4" width={at(waitUntilMs) - at(summary.endMs)} height="4" />
              <rect
                class={`bar tone-${exchange ? diagnosisOf(exchange).row.severity : 'error'}`}
                x={Math.min(at(summary.startedMs), WIDTH - MIN_BAR_WIDTH)}
                y="1"
                width={Math.max(MIN_BAR_WIDTH, at(summary.endMs) - at(summary.startedMs))}
                height="10"
              />
            </svg>
          </li>
        );
      })}
    </ol>
  );
}

/** Zero if the requests overlap. */
function formatPause(ms: number): string {
  return ms < MINUTE_MS ? formatMs(Math.max(0, ms)) : formatSeconds(Math.round(ms / 1000));
}
