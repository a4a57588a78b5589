// Labels of tenants: their names, if the log has a response of GET /connections, or their shortened ids.

import { useLayoutEffect, useRef } from 'preact/hooks';
import { isConnections, readConnections } from '../../core/match/connections.ts';
import type { Exchange } from '../../core/model/exchange.ts';
import { truncate } from '../lib/format.ts';
import type { PanelState } from './panel-state.ts';

/** Maps a lower-case tenant id to its label. The id is empty for requests without a tenant, and `undefined` for the app. */
export type TenantLabel = (tenant: string | undefined) => string;

/** A hook. Searching the log for GET /connections is slow, so the labels are cached until the result may differ. */
export function useTenantLabels({ log }: Pick<PanelState, 'log'>): () => TenantLabel {
  const cached = useRef<TenantLabel>(undefined);
  useLayoutEffect(
    () =>
      log.subscribe((change) => {
        if (change.kind === 'stats' || (change.kind === 'upsert' && !isConnections(change.exchange))) return;
        cached.current = undefined;
      }),
    [log],
  );
  return () => {
    cached.current ??= createTenantLabels(log.exchanges);
    return cached.current;
  };
}

export function createTenantLabels(exchanges: readonly Exchange[]): TenantLabel {
  const names = new Map(
    readConnections(exchanges)?.connections.map(({ tenantId, tenantName }) => [tenantId, tenantName.trim()]),
  );
  return (tenant) => {
    if (tenant === undefined) return 'The app';
    if (tenant === '') return 'Requests without a tenant';
    const name = names.get(tenant);
    if (name) return truncate(name, 60);
    return tenant.length > 8 ? `${tenant.slice(0, 8)}…` : tenant;
  };
}
