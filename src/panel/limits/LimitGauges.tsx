// How much of each limit is left, as a bar and in words.

import type { LimitState } from '../../core/session/limits.ts';
import { clockTime } from '../../core/text/clock-time.ts';
import { countdown, moment } from '../lib/format.ts';
import { BasisChip } from '../ui/Citation.tsx';
import { basisWords, leftWords, levelOf, paceWords, spokenLeft, tierWords } from './format-limits.ts';

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
  const { row, left, most, blockedUntilMs, refusedMs, doubt } = state;
  const pace = paceWords(state, nowMs);
  const tier = tierWords(state);
  return (
    <li class={`gauge level-${levelOf(state)}`} data-limit={row.id}>
      <span class="gauge-title" title={row.meaning}>
        {row.title}
      </span>
      <span
        class="gauge-bar"
        role="meter"
        aria-label={row.title}
        aria-valuemin={0}
        aria-valuemax={most}
        aria-valuenow={left}
        aria-valuetext={spokenLeft(state, nowMs)}
      >
        <span class="gauge-fill" style={{ width: `${(100 * left) / most}%` }} />
      </span>
      <span class="gauge-left">{leftWords(state)} left</span>
      <span class="gauge-sources">
        {row.sources.map((source) => (
          <BasisChip key={source.where} source={source} />
        ))}
      </span>
      <div class="gauge-words">
        {blockedUntilMs !== undefined && (
          <p class="gauge-blocked">
            Blocked until {moment(blockedUntilMs, nowMs)},{' '}
            <span class="time-left" role="timer" aria-label={`${row.title}, ${name}: blocked for`}>
              {countdown((blockedUntilMs - nowMs) / 1000)}
            </span>
          </p>
        )}
        {blockedUntilMs === undefined && refusedMs !== undefined && (
          <p>A call was refused at {clockTime(refusedMs)}.</p>
        )}
        <p class="subtle">{basisWords(state, nowMs)}</p>
        {pace && <p>{pace}</p>}
        {tier && <p class="subtle">{tier}</p>}
        {doubt && <p class="gauge-doubt">{doubt}</p>}
      </div>
    </li>
  );
}
