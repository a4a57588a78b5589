// One tenant: its limits as they stand, and its calls over time.

import { useMemo } from 'preact/hooks';
import { buildChart, type ChartBucket, nearestCall } from '../../core/session/chart.ts';
import { type ChartRange, chartDomain } from '../../core/session/chart-range.ts';
import { tenantLimits } from '../../core/session/limits.ts';
import type { SessionCall } from '../../core/session/session-call.ts';
import { LimitChart } from './LimitChart.tsx';
import { LimitGauges } from './LimitGauges.tsx';
import { LimitTable } from './LimitTable.tsx';
import type { LimitsProps } from './props.ts';

interface LimitTenantProps extends LimitsProps {
  tenant: string;
  name: string;
  /** Grows in place. */
  calls: readonly SessionCall[];
  range: ChartRange;
}

export function TenantLimits({ tenant, name, calls, range, state, host, revision, nowMs }: LimitTenantProps) {
  const { sinceMs, untilMs } = chartDomain(range, calls, nowMs);
  const chart = useMemo(() => buildChart(calls, sinceMs, untilMs), [calls, revision, sinceMs, untilMs]);
  const states = tenantLimits(state.session, tenant, nowMs);
  const minute = states.find(({ row }) => row.id === 'minute');
  const open = (id: number | undefined) => {
    if (id === undefined) return;
    state.selection.select(id);
    state.openView('exchanges');
  };
  const pick = (step: ChartBucket, ms: number) =>
    open(step.refused429 + step.failed503 > 0 ? step.callId : nearestCall(calls, ms)?.id);
  return (
    <section class="limit-group" role="group" aria-label={name}>
      <h2>
        <bdi>{name}</bdi> {tenant !== '' && tenant !== name && <code class="subtle">{tenant.slice(0, 60)}</code>}
      </h2>
      {isUntold(calls) && (
        <p class="limits-untold">
          Your proxy does not forward the limit headers (<code>x-minlimit-remaining</code> …); counted from the calls
          seen.
        </p>
      )}
      <div class="limit-halves">
        <LimitGauges states={states} name={name} nowMs={nowMs} />
        <div class="limit-history">
          <LimitChart
            chart={chart}
            name={name}
            most={minute?.limit ?? 0}
            theme={host.theme}
            pick={pick}
            nowMs={nowMs}
          />
          <LimitTable chart={chart} name={name} open={open} nowMs={nowMs} />
        </div>
      </div>
    </section>
  );
}

/** Calls succeeded, and none told what is left. */
function isUntold(calls: readonly SessionCall[]): boolean {
  const isTold = ({ minuteRemaining, dayRemaining }: SessionCall) =>
    minuteRemaining !== undefined || dayRemaining !== undefined;
  return !calls.some(isTold) && calls.some(({ failed }) => !failed);
}
