// The `Xero-Tenant-Id` header is missing.

import { specification } from '../../../catalogue/citation.ts';
import { effectiveStatus, isSuccess, sentByBackEnd } from '../../diagnose/outcome.ts';
import { isConnectionsRequest } from '../../match/connections.ts';
import { hasHeader, isDirectToXero, senderOf } from '../../model/exchange.ts';
import type { Check, Examples, Mutations } from '../check-support/check.ts';
import { lastWithout } from '../check-support/proxy-adds.ts';

export const check: Check = {
  id: 'tenant-missing',
  title: 'No tenant ID',
  severity: 'error',
  order: 80,
  fix: 'Send `Xero-Tenant-Id` with a `tenantId` from `GET /connections`.',
  canCause: [403],
  confirmedBy: 'tenant-refused',
  citation: specification,
  run({ exchange, earlier }) {
    // Custom connections reportedly work without it, and a proxy may add it: only a 403 from Xero proves that it is missing.
    if (hasHeader(exchange.request.headers, 'xero-tenant-id') || isSuccess(exchange)) return [];
    if (isConnectionsRequest(exchange)) return [];
    if (!isDirectToXero(exchange) && effectiveStatus(exchange) !== 403) return [];
    if (lastWithout('tenant', exchange, earlier) !== undefined) return [];
    if (sentByBackEnd(exchange, 'xero-tenant-id')) return [];
    return [
      {
        location: { in: 'header', name: 'Xero-Tenant-Id' },
        observed: 'no such header in this request',
        sentence: isDirectToXero(exchange)
          ? 'The request has no `Xero-Tenant-Id` header.'
          : `The ${senderOf(exchange)} sent no \`Xero-Tenant-Id\`, and your proxy may not add it.`,
        ...(isDirectToXero(exchange)
          ? { expected: 'the organisation’s tenant ID' }
          : {
              expected: `the tenant ID, from the ${senderOf(exchange)} or your proxy`,
              certainty: 'possible',
              severity: 'warning',
            }),
      } as const,
    ];
  },
};

export const examples: Examples = {
  fail: [{ headers: { 'xero-tenant-id': null } }, { headers: { 'xero-tenant-id': null }, status: 403, viaProxy: true }],
  pass: [
    {},
    { request: 'GET https://api.xero.com/connections', headers: { 'xero-tenant-id': null }, status: 403 },
    { headers: { 'xero-tenant-id': null }, status: 200 },
    { headers: { 'xero-tenant-id': null }, viaProxy: true },
    {
      headers: { 'xero-tenant-id': null },
      status: 403,
      viaProxy: true,
      before: [30, 20, 10].map(workedWithout),
    },
    {
      headers: { 'xero-tenant-id': null },
      viaProxy: true,
      status: 500,
      responseBody: { response: { statusCode: 403, request: { headers: { 'Xero-Tenant-Id': 'x' } } } },
    },
  ],
};

function workedWithout(secondsBefore: number) {
  return { headers: { 'xero-tenant-id': null }, viaProxy: true, status: 200, secondsBefore } as const;
}

export const mutations: Mutations = {
  request: () => [false, true].map((viaProxy) => ({ headers: { 'xero-tenant-id': null }, status: 403, viaProxy })),
};
