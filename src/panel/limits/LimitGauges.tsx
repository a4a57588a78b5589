// How much of each limit is left, as a gauge with text.

import type { LimitState } from '../../core/session/limits.ts';
import { clockTime } from '../../core/text/clock-time.ts';
import { formatCountdown, formatTime } from '../lib/format.ts';
import { BasisBadge } from '../ui/Citation.tsx';
import {
  ariaRemaining,
  formatBasis,
  formatExhaustion,
  formatRemaining,
  formatTier,
  limitLevel,
} from './format-limits.ts';

export function LimitGauges({ states, name, nowMs }: { states: readonly LimitState[]; name: string; nowMs: number }) {
  return (
    <ul class="gauges">
      {states.map((state) => (
        <Gauge key={state.row.id} state={state} name={name} nowMs={nowMs} />
      ))}
    </ul>
  );
}

function Gauge({ state, name, nowMs }: { state: LimitState; name: string; nowMs: number }) {
  const { row, remaining, limit, blockedUntilMs, rejectedMs, warning } = state;
  const pace = formatExhaustion(state, nowMs);
  const tier = formatTier(state);
  return (
    <li class={`gauge level-${limitLevel(state)}`} data-limit={row.id}>
      <span class="gauge-title" title={row.meaning}>
        {row.title}
      </span>
      <span
        class="gauge-bar"
        role="meter"
        aria-label={row.title}
        aria-valuemin={0}
        aria-valuemax={limit}
        aria-valuenow={remaining}
        aria-valuetext={ariaRemaining(state, nowMs)}
      >
        <span class="gauge-fill" style={{ width: `${(100 * remaining) / limit}%` }} />
      </span>
      <span class="gauge-left">{formatRemaining(state)} left</span>
      <span class="gauge-citations">
        {row.citations.map((citation) => (
          <BasisBadge key={citation.title} citation={citation} />
        ))}
      </span>
      <div class="gauge-words">
        {blockedUntilMs !== undefined && (
          <p class="gauge-blocked">
            Blocked until {formatTime(blockedUntilMs, nowMs)},{' '}
            <span class="time-left" role="timer" aria-label={`${row.title}, ${name}: blocked for`}>
              {formatCountdown((blockedUntilMs - nowMs) / 1000)}
            </span>
          </p>
        )}
        {blockedUntilMs === undefined && rejectedMs !== undefined && (
          <p>A request was rejected at {clockTime(rejectedMs)}.</p>
        )}
        <p class="subtle">{formatBasis(state, nowMs)}</p>
        {pace && <p>{pace}</p>}
        {tier && <p class="subtle">{tier}</p>}
        {warning && <p class="gauge-doubt">{warning}</p>}
      </div>
    </li>
  );
}
