// Which organisation the call is for was not said.

import { specification } from '../../../catalogue/citation.ts';
import { isSuccess, judgedStatus } from '../../diagnose/outcome.ts';
import { isToConnections } from '../../match/connections.ts';
import { hasHeader, isDirect } from '../../model/exchange.ts';
import type { Check, Examples } from './check.ts';

export const check: Check = {
  id: 'tenant-missing',
  title: 'No tenant named',
  severity: 'error',
  fix: 'Send `Xero-Tenant-Id` with the `tenantId` of `GET /connections`.',
  explains: [403],
  provenBy: 'tenant-refused',
  source: specification,
  run({ exchange }) {
    // Custom connections are reported to work without it, and a proxy may add it: then only Xero's 403 tells.
    if (hasHeader(exchange.request.headers, 'xero-tenant-id') || isSuccess(exchange)) return [];
    if (isToConnections(exchange)) return [];
    if (!isDirect(exchange) && judgedStatus(exchange) !== 403) return [];
    return [
      {
        where: { in: 'header', name: 'Xero-Tenant-Id' },
        saw: 'the page sent no such header',
        ...(isDirect(exchange)
          ? { expected: 'the id of the organisation' }
          : { expected: 'the id, from the page or added by your proxy', sure: 'possible', severity: 'warning' }),
      } as const,
    ];
  },
};

export const examples: Examples = {
  fires: [
    { headers: { 'xero-tenant-id': null } },
    { headers: { 'xero-tenant-id': null }, status: 403, viaProxy: true },
  ],
  silent: [
    {},
    { call: 'GET https://api.xero.com/connections', headers: { 'xero-tenant-id': null }, status: 403 },
    { headers: { 'xero-tenant-id': null }, status: 200 },
    { headers: { 'xero-tenant-id': null }, viaProxy: true },
  ],
};
