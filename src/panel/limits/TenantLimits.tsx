// The current limits of one tenant, and its requests over time.

import { useMemo } from 'preact/hooks';
import { type Exchange, isDirectToXero, isMadeByServer } from '../../core/model/exchange.ts';
import { buildChart, type ChartBucket, nearestExchange } from '../../core/session/chart.ts';
import { type ChartRange, chartDomain } from '../../core/session/chart-range.ts';
import type { ExchangeSummary } from '../../core/session/exchange-summary.ts';
import { tenantLimits } from '../../core/session/limits.ts';
import { usePanelState } from '../state/state-context.ts';
import { LimitChart } from './LimitChart.tsx';
import { LimitGauges } from './LimitGauges.tsx';
import { LimitTable } from './LimitTable.tsx';

interface TenantLimitsProps {
  tenant: string;
  name: string;
  /** Grows in place. */
  exchanges: readonly ExchangeSummary[];
  range: ChartRange;
  /** Changes whenever `exchanges` may have. */
  revision: number;
  nowMs: number;
}

export function TenantLimits({ tenant, name, exchanges, range, revision, nowMs }: TenantLimitsProps) {
  const state = usePanelState();
  const { sinceMs, untilMs } = chartDomain(range, exchanges, nowMs);
  const chart = useMemo(() => buildChart(exchanges, sinceMs, untilMs), [exchanges, revision, sinceMs, untilMs]);
  const states = tenantLimits(state.session, tenant, nowMs);
  const minute = states.find(({ row }) => row.id === 'minute');
  const withoutHeaders = state.log.get(successWithoutHeaders(exchanges)?.id ?? -1);
  const open = (id: number | undefined) => {
    if (id === undefined) return;
    state.selection.select(id);
    state.openView('exchanges');
  };
  const pick = (step: ChartBucket, ms: number) =>
    open(step.count429 + step.count503 > 0 ? step.exchangeId : nearestExchange(exchanges, ms)?.id);
  return (
    <section class="limit-group" role="group" aria-label={name}>
      <h2>
        <bdi>{name}</bdi> {tenant !== '' && tenant !== name && <code class="subtle">{tenant.slice(0, 60)}</code>}
      </h2>
      {withoutHeaders !== undefined && (
        <p class="limits-unknown">
          No response has the limit headers (<code>x-minlimit-remaining</code> …). {describeDestination(withoutHeaders)}{' '}
          The limits are estimated from the requests seen.
        </p>
      )}
      <div class="limit-halves">
        <LimitGauges states={states} name={name} nowMs={nowMs} />
        <div class="limit-history">
          <LimitChart
            chart={chart}
            name={name}
            limit={minute?.limit ?? 0}
            theme={state.theme}
            pick={pick}
            nowMs={nowMs}
          />
          <LimitTable chart={chart} name={name} open={open} nowMs={nowMs} />
        </div>
      </div>
    </section>
  );
}

/** The last request that succeeded, if no response said how much is left. */
function successWithoutHeaders(exchanges: readonly ExchangeSummary[]): ExchangeSummary | undefined {
  const hasLimitHeaders = ({ minuteRemaining, dayRemaining }: ExchangeSummary) =>
    minuteRemaining !== undefined || dayRemaining !== undefined;
  return exchanges.some(hasLimitHeaders) ? undefined : exchanges.findLast(({ failed }) => !failed);
}

function describeDestination(exchange: Exchange): string {
  if (exchange.source === 'import') return 'The tool that wrote the file may have left them out.';
  if (isMadeByServer(exchange)) return 'A proxy in between may have removed them.';
  return isDirectToXero(exchange) ? 'The browser may have hidden them.' : 'Your proxy may have removed them.';
}
