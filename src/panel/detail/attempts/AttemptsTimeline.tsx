// Attempts over time: a row each, with a bar as long as the call took and, behind it, the wait that Xero told.

import type { ExchangeSummary } from '../../../core/session/exchange-summary.ts';
import { waitEndMs } from '../../../core/session/limits.ts';
import { clockTime } from '../../../core/text/clock-time.ts';
import { MINUTE_MS } from '../../../core/text/time.ts';
import { formatMs, formatSeconds } from '../../lib/format.ts';
import { usePanelState } from '../../state/state-context.ts';

/** Units across; the drawing is stretched to its place. */
const width = 1_000;
/** A bar is to be seen however short the call was. */
const MIN_BAR_WIDTH = 6;

export function AttemptsTimeline({ exchanges, selected }: { exchanges: readonly ExchangeSummary[]; selected: number }) {
  const { selection, log, diagnosisOf } = usePanelState();
  const fromMs = exchanges[0]?.startedMs ?? 0;
  const toMs = Math.max(...exchanges.map(({ endMs }) => endMs), fromMs + 1);
  const at = (ms: number) => Math.min(width, ((ms - fromMs) / (toMs - fromMs)) * width);
  return (
    <ol class="timeline" aria-label="Attempts over time">
      {exchanges.map((call, i) => {
        const exchange = log.get(call.id);
        const before = exchanges[i - 1];
        const waitedTo = call.retryAfterSeconds === undefined ? call.endMs : waitEndMs(call);
        return (
          <li key={call.id} aria-current={call.id === selected ? 'true' : undefined}>
            <button type="button" class="place" onClick={() => selection.select(call.id)}>
              {clockTime(call.startedMs)} {call.status || 'no status'}
            </button>
            <span class="subtle">{before ? `after ${pause(call.startedMs - before.endMs)}` : 'first'}</span>
            <svg viewBox={`0 0 ${width} 12`} preserveAspectRatio="none" aria-hidden="true">
              <rect class="wait" x={at(call.endMs)} y="4" width={at(waitedTo) - at(call.endMs)} height="4" />
              <rect
                class={`bar tone-${exchange ? diagnosisOf(exchange).row.severity : 'error'}`}
                x={Math.min(at(call.startedMs), width - MIN_BAR_WIDTH)}
                y="1"
                width={Math.max(MIN_BAR_WIDTH, at(call.endMs) - at(call.startedMs))}
                height="10"
              />
            </svg>
          </li>
        );
      })}
    </ol>
  );
}

/** Calls may overlap: then there was no pause. */
function pause(ms: number): string {
  return ms < MINUTE_MS ? formatMs(Math.max(0, ms)) : formatSeconds(Math.round(ms / 1000));
}
