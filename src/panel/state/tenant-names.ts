// What the panel calls the tenants: by the names of GET /connections where it was seen, or by their ids.

import { useLayoutEffect, useRef } from 'preact/hooks';
import { isConnections, readConnections } from '../../core/match/connections.ts';
import type { Exchange } from '../../core/model/exchange.ts';
import { truncate } from '../lib/format.ts';
import type { PanelState } from './panel-state.ts';

/** The name of a tenant by its id in lower case, empty for calls that named none; `undefined` is the app itself. */
export type TenantLabel = (tenant: string | undefined) => string;

/** A hook. To look for the last answer of GET /connections is to go through the whole log: that is done anew where it may be another. */
export function useTenantLabels({ log }: Pick<PanelState, 'log'>): () => TenantLabel {
  const known = useRef<TenantLabel>(undefined);
  useLayoutEffect(
    () =>
      log.subscribe((change) => {
        if (change.kind === 'count' || (change.kind === 'put' && !isConnections(change.exchange))) return;
        known.current = undefined;
      }),
    [log],
  );
  return () => {
    known.current ??= createTenantLabels(log.exchanges);
    return known.current;
  };
}

export function createTenantLabels(exchanges: readonly Exchange[]): TenantLabel {
  const names = new Map(
    readConnections(exchanges)?.connections.map(({ tenantId, tenantName }) => [tenantId, tenantName.trim()]),
  );
  return (tenant) => {
    if (tenant === undefined) return 'The app';
    if (tenant === '') return 'Calls without a tenant';
    const name = names.get(tenant);
    if (name) return truncate(name, 60);
    return tenant.length > 8 ? `${tenant.slice(0, 8)}…` : tenant;
  };
}
