// One line for each tenant that is near a limit or has reached it: what remains, and when the next request is accepted.

import type { LimitState } from '../../core/session/limits.ts';
import { isNear, type NearLimits, nearLimits } from '../../core/session/near-limits.ts';
import { HOUR_MS } from '../../core/text/time.ts';
import { formatCountdown, formatTime } from '../lib/format.ts';
import { useTickingRender } from '../lib/use-interval-render.ts';
import { usePanelState } from '../state/state-context.ts';
import { type TenantLabel, useTenantLabels } from '../state/tenant-names.ts';
import { useLogRevision } from '../state/use-log-revision.ts';
import { formatRemaining, limitLevel } from './format-limits.ts';

/** Further tenants are only counted, to leave room for the list. */
const MAX_LINES = 3;

export function RateLimitBanner() {
  const state = usePanelState();
  // Where responses have no rate limit headers, each render counts the requests of a day.
  useLogRevision(state);
  const nowMs = Date.now();
  const found = nearLimits(state.session, nowMs);
  useTickingRender(found.length > 0);
  const names = useTenantLabels(state);
  const nameOf: TenantLabel = (tenant) => names()(tenant);
  const lines = found.filter(({ limits, waitUntilMs, isWaitOver }) =>
    isWaitOver ? limits.some(isNear) : waitUntilMs !== undefined || limits.some(isNear),
  );
  const over = found.filter(({ isWaitOver }) => isWaitOver).slice(0, MAX_LINES);
  const more = lines.length - MAX_LINES;
  return (
    <div class="limit-lines">
      {lines.slice(0, MAX_LINES).map((near) => (
        <Line key={near.tenant ?? 'app'} near={near} name={nameOf(near.tenant)} nowMs={nowMs} />
      ))}
      {more > 0 && (
        <p>
          <button type="button" class="link" onClick={() => state.openView('limits')}>
            and {more} more
          </button>
        </p>
      )}
      <p role="status">{over.map(({ tenant }) => `${nameOf(tenant)} can send requests again.`).join(' ')}</p>
    </div>
  );
}

function Line({ near, name, nowMs }: { near: NearLimits; name: string; nowMs: number }) {
  const { limits, waitUntilMs, isWaitOver } = near;
  return (
    <p>
      <span class="limits-left">
        <bdi class="tenant-name">{name}</bdi>:{' '}
        {limits.map((limit, index) => (
          <Left key={limit.row.id} limit={limit} index={index} />
        ))}
      </span>
      {waitUntilMs !== undefined && !isWaitOver && (
        <span class="next-request">
          next request in{' '}
          <span class="time-left" role="timer" aria-label={`Next request for ${name}`}>
            {formatCountdown((waitUntilMs - nowMs) / 1000)}
          </span>
          {waitUntilMs - nowMs > HOUR_MS && <span class="subtle">, {formatTime(waitUntilMs, nowMs)}</span>}
        </span>
      )}
    </p>
  );
}

function Left({ limit, index }: { limit: LimitState; index: number }) {
  const title = limit.row.per === 'app' ? 'minute' : limit.row.title.toLowerCase();
  return (
    <>
      {index > 0 && ', '}
      <span class={isNear(limit) ? `level-${limitLevel(limit)}` : undefined}>
        {title} {formatRemaining(limit)}
        {index === 0 && ' left'}
      </span>
    </>
  );
}
