// The `id` of a connection instead of its `tenantId`: `/connections` returns both.

import { secondary } from '../../../catalogue/citation.ts';
import { readConnections } from '../../match/connections.ts';
import { tenantId } from '../../model/exchange.ts';
import { quote } from '../../text/quote.ts';
import type { Check, Examples, Mutations } from '../check-support/check.ts';

export const check: Check = {
  id: 'tenant-id-is-connection-id',
  title: 'Connection id sent as tenant id',
  severity: 'error',
  order: 100,
  fix: 'Send the `tenantId` of the connection, not its `id`.',
  canCause: [403],
  confirmedBy: 'tenant-refused',
  citation: secondary('Xero guide, tenants', 'https://developer.xero.com/documentation/guides/oauth2/tenants/'),
  run({ exchange, earlier }) {
    const tenant = tenantId(exchange);
    const seen = readConnections(earlier);
    const mixedUp = seen?.connections.find(({ id, tenantId }) => id === tenant && id !== tenantId);
    if (seen === undefined || mixedUp === undefined) return [];
    return [
      {
        location: { in: 'header', name: 'Xero-Tenant-Id' },
        observed: `the \`id\` of the connection to ${quote(mixedUp.tenantName)}`,
        expected: `its \`tenantId\`, ${quote(mixedUp.tenantId)}`,
        relatedIds: [seen.exchangeId],
      },
    ];
  },
};

const connection = '2ed1dd7b-5ab9-4c4c-8c64-9d2d1a1c1e0e';
const before = [
  {
    call: 'GET https://api.xero.com/connections',
    responseBody: [{ id: connection, tenantId: 'e1eede29-f875-4a5d-8470-17f6a29a88b1', tenantName: 'Acme Ltd' }],
    secondsBefore: 5,
  },
];

export const examples: Examples = {
  fail: [{ headers: { 'xero-tenant-id': connection }, status: 403, before }],
  pass: [{ before }, { headers: { 'xero-tenant-id': connection }, status: 403 }],
};

export const mutations: Mutations = {
  request: () => [
    { headers: { 'xero-tenant-id': connection }, before },
    { headers: { 'xero-tenant-id': connection.toUpperCase() }, before },
  ],
};
