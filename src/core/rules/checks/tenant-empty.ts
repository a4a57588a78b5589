// The `Xero-Tenant-Id` header was sent without a value.

import { specification } from '../../../catalogue/citation.ts';
import { getHeader } from '../../model/exchange.ts';
import type { Check, Examples, Mutations } from '../check-support/check.ts';

export const check: Check = {
  id: 'tenant-empty',
  title: 'Empty tenant header',
  severity: 'error',
  order: 85,
  fix: 'Send a `tenantId` from `GET /connections`, and check that your app stored it when it connected.',
  canCause: [400, 403],
  confirmedBy: 'tenant-refused',
  citation: specification,
  run({ exchange }) {
    if (getHeader(exchange.request.headers, 'xero-tenant-id')?.trim() !== '') return [];
    return [
      {
        location: { in: 'header', name: 'Xero-Tenant-Id' },
        observed: 'a header without a value',
        sentence: '`Xero-Tenant-Id` has no value.',
        expected: 'the organisation’s tenant ID',
      },
    ];
  },
};

export const examples: Examples = {
  fail: [{ headers: { 'xero-tenant-id': '' }, status: 403 }, { headers: { 'xero-tenant-id': ' ' } }],
  pass: [{}, { headers: { 'xero-tenant-id': null }, status: 200 }],
};

export const mutations: Mutations = { headers: [{ 'xero-tenant-id': '' }, { 'xero-tenant-id': '  ' }] };
