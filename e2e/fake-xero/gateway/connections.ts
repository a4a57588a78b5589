// `GET /connections`: the organisations that a token gives access to.

import type { Store } from '../operations/store.ts';

export function connectionsOf(stores: readonly Store[], nowMs: number): unknown {
  const time = `${new Date(nowMs).toISOString().slice(0, -1)}0000`;
  return stores.map(({ organisation }) => ({
    id: organisation.connectionId,
    authEventId: 'd99ecdfe-391d-43d2-b834-17636ba90e8d',
    tenantId: organisation.tenantId,
    tenantType: 'ORGANISATION',
    tenantName: organisation.tenantName,
    createdDateUtc: time,
    updatedDateUtc: time,
  }));
}
