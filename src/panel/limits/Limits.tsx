// The current limits of every tenant, and its requests over time.

import type { VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { ChartRange } from '../../core/session/chart-range.ts';
import { appLimits, futureDatedCount } from '../../core/session/limits.ts';
import { recentTenants } from '../../core/session/recent-tenants.ts';
import { formatInteger } from '../../core/text/format-number.ts';
import { plural, pluralWord } from '../../core/text/plural.ts';
import { focusAfterRender } from '../lib/focus.ts';
import { useTickingRender } from '../lib/use-interval-render.ts';
import { usePanelState } from '../state/state-context.ts';
import { useTenantLabels } from '../state/tenant-names.ts';
import { LimitGauges } from './LimitGauges.tsx';
import { TenantLimits } from './TenantLimits.tsx';

/** Each has a chart, so more are rendered only on request. */
const TENANTS_PER_PAGE = 8;

/** Renders every second and with every change of the log, but only while it is shown. */
export function Limits() {
  const { view, revision } = usePanelState();
  const isShown = view.value === 'limits';
  const rendered = useRef<VNode | null>(null);
  useTickingRender(isShown);
  if (isShown) rendered.current = <LimitsNow revision={revision.value} nowMs={Date.now()} />;
  return rendered.current;
}

function LimitsNow({ revision, nowMs }: { revision: number; nowMs: number }) {
  const state = usePanelState();
  const { session } = state;
  const { range, setRange } = state.limits;
  const [maxTenants, setMaxTenants] = useState(TENANTS_PER_PAGE);
  const tenants = recentTenants(session, maxTenants);
  const labelOf = useTenantLabels(state)();
  const more = session.tenants.size - tenants.length;
  const groups = useRef<HTMLDivElement>(null);
  const showMore = () => {
    setMaxTenants(maxTenants + TENANTS_PER_PAGE);
    // The button disappears once all tenants are shown.
    if (more <= TENANTS_PER_PAGE)
      focusAfterRender(() => groups.current?.querySelectorAll<HTMLElement>('.limit-group')[maxTenants]);
  };
  if (session.exchanges.length === 0) return <NoRequests undatedCount={session.undatedCount} />;
  return (
    <section class="limits" aria-label="Rate limits">
      <div class="limits-header">
        <Ranges chosen={range.value} choose={setRange} />
        <span class="subtle">Hover over a chart for values. Click it to open the request.</span>
        <Warnings undatedCount={session.undatedCount} later={futureDatedCount(session.exchanges, nowMs)} />
      </div>
      <div class="limits-groups" ref={groups}>
        {tenants.map(({ tenant, exchanges }) => (
          <TenantLimits
            key={tenant}
            tenant={tenant}
            name={labelOf(tenant)}
            exchanges={exchanges}
            range={range.value}
            revision={revision}
            nowMs={nowMs}
          />
        ))}
        {more > 0 && (
          <p class="limits-more">
            <button type="button" class="link" onClick={showMore}>
              Show {formatInteger(Math.min(more, TENANTS_PER_PAGE))} of {formatInteger(more)} more tenants
            </button>
          </p>
        )}
        <section class="limit-group" role="group" aria-label="The app">
          <h2>
            The app <span class="subtle">all tenants together</span>
          </h2>
          <LimitGauges states={appLimits(session, nowMs)} name="The app" nowMs={nowMs} />
        </section>
      </div>
    </section>
  );
}

function NoRequests({ undatedCount }: { undatedCount: number }) {
  return (
    <section class="empty" aria-label="Rate limits">
      <h1>No Xero Projects requests yet</h1>
      <p>
        Each tenant’s limits appear here after its first request: what’s left, when it resets, and requests over time.
      </p>
      <Warnings undatedCount={undatedCount} later={0} />
    </section>
  );
}

/** Requests that are left out, and limits that may be wrong. */
function Warnings({ undatedCount, later }: { undatedCount: number; later: number }) {
  return (
    <>
      {undatedCount > 0 && (
        <p class="subtle">
          {plural(undatedCount, 'request')} without a valid time {pluralWord(undatedCount, 'isn’t', 'aren’t')} shown.
        </p>
      )}
      {later > 0 && (
        <p class="subtle">
          {plural(later, 'request')} {pluralWord(later, 'is', 'are')} dated in the future because the clock was set
          back. The limits don’t include {pluralWord(later, 'it', 'them')}.
        </p>
      )}
    </>
  );
}

const ranges: readonly { id: ChartRange; title: string }[] = [
  { id: '5min', title: 'Last 5 min' },
  { id: 'hour', title: 'Hour' },
  { id: 'all', title: 'All' },
];

function Ranges({ chosen, choose }: { chosen: ChartRange; choose: (range: ChartRange) => void }) {
  return (
    <div class="segments" role="group" aria-label="Time shown">
      {ranges.map(({ id, title }) => (
        <button key={id} type="button" class="segment" aria-pressed={id === chosen} onClick={() => choose(id)}>
          {title}
        </button>
      ))}
    </div>
  );
}
