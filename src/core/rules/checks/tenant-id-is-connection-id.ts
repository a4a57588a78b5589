// Another id of a connection instead of its `tenantId`: `/connections` returns three.

import { recorded } from '../../../catalogue/citation.ts';
import { isSuccess } from '../../diagnose/outcome.ts';
import { readConnections } from '../../match/connections.ts';
import { tenantId } from '../../model/exchange.ts';
import { quote } from '../../text/quote.ts';
import type { Check, Examples, Mutations } from '../check-support/check.ts';

export const check: Check = {
  id: 'tenant-id-is-connection-id',
  title: 'Wrong ID as tenant ID',
  severity: 'error',
  order: 100,
  fix: 'Send the `tenantId` of the connection, not one of its other IDs.',
  canCause: [403],
  confirmedBy: 'tenant-refused',
  citation: recorded(
    'A connection’s ID sent as tenant ID, xero-node issue 432',
    'https://github.com/XeroAPI/xero-node/issues/432',
  ),
  run({ exchange, earlier }) {
    const tenant = tenantId(exchange);
    // Xero accepted it. Looking for the connections reads the whole log.
    if (tenant === undefined || isSuccess(exchange)) return [];
    const seen = readConnections(earlier);
    if (seen === undefined) return [];
    if (seen.connections.some(({ tenantId }) => tenantId === tenant)) return [];
    const meant = seen.connections.filter(({ id, authEventId }) => id === tenant || authEventId === tenant);
    const [mixedUp] = meant;
    if (mixedUp === undefined) return [];
    const field = mixedUp.id === tenant ? 'id' : 'authEventId';
    return [
      {
        location: { in: 'header', name: 'Xero-Tenant-Id' },
        observed: `the \`${field}\` of the connection to ${quote(mixedUp.tenantName)}`,
        sentence: `You sent the \`${field}\` of the connection to ${quote(mixedUp.tenantName)}, not its \`tenantId\`.`,
        fix:
          meant.length > 1
            ? `Send the \`tenantId\` of one of its ${meant.length} connections.`
            : `Send the \`tenantId\` of ${quote(mixedUp.tenantName)} instead.`,
        ...(meant.length > 1 ? {} : { tenantToSend: mixedUp.tenantId }),
        expected:
          meant.length > 1
            ? `the \`tenantId\` of one of its ${meant.length} connections`
            : `its \`tenantId\`, ${quote(mixedUp.tenantId)}`,
        relatedIds: [seen.exchangeId],
      },
    ];
  },
};

const connection = '2ed1dd7b-5ab9-4c4c-8c64-9d2d1a1c1e0e';
const authEvent = 'd99ecdfe-391d-43d2-b834-17636ba90e8d';
const before = [
  {
    request: 'GET https://api.xero.com/connections',
    responseBody: [
      {
        id: connection,
        authEventId: authEvent,
        tenantId: 'e1eede29-f875-4a5d-8470-17f6a29a88b1',
        tenantName: 'Acme Ltd',
      },
    ],
    secondsBefore: 5,
  },
];

export const examples: Examples = {
  fail: [
    { headers: { 'xero-tenant-id': connection }, status: 403, before },
    { headers: { 'xero-tenant-id': authEvent }, status: 403, before },
  ],
  pass: [
    { before },
    { headers: { 'xero-tenant-id': connection }, status: 200, before },
    { headers: { 'xero-tenant-id': connection }, status: 403 },
  ],
};

export const mutations: Mutations = {
  request: () => [
    { headers: { 'xero-tenant-id': connection }, status: 403, before },
    { headers: { 'xero-tenant-id': connection.toUpperCase() }, status: 403, before },
    { headers: { 'xero-tenant-id': authEvent }, status: 403, before },
  ],
};
