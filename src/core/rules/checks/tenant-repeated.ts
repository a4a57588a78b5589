// The `Xero-Tenant-Id` header has several ids: it was sent twice, or its value is a list.

import { inference } from '../../../catalogue/citation.ts';
import { getHeader } from '../../model/exchange.ts';
import type { Check, Examples, Mutations } from '../check-support/check.ts';

export const check: Check = {
  id: 'tenant-repeated',
  title: 'Tenant header sent twice',
  severity: 'error',
  order: 87,
  fix: 'Send the header once, with one `tenantId`. Your HTTP client and a proxy may both add it.',
  canCause: [400, 403],
  citation: inference,
  run({ exchange }) {
    const tenant = getHeader(exchange.request.headers, 'xero-tenant-id') ?? '';
    const ids = tenant.split(',').map((each) => each.trim().toLowerCase());
    if (ids.length < 2) return [];
    return [
      {
        location: { in: 'header', name: 'Xero-Tenant-Id' },
        observed: `${ids.length} values${new Set(ids).size === 1 ? ', all the same' : ''}`,
        expected: 'one tenant ID',
        sentence: `\`Xero-Tenant-Id\` has ${ids.length} values${new Set(ids).size === 1 ? ', all the same' : ''}.`,
        certainty: 'likely',
      },
    ];
  },
};

const id = '254553fa-2be8-4991-bd5e-70a97ea12ef8';

export const examples: Examples = {
  fail: [
    { headers: { 'xero-tenant-id': `${id}, ${id}` }, status: 403 },
    { headers: { 'xero-tenant-id': `${id},e1eede29-f875-4a5d-8470-17f6a29a88b1` } },
  ],
  pass: [{}, { headers: { 'xero-tenant-id': '' } }],
};

export const mutations: Mutations = {
  headers: [{ 'xero-tenant-id': `${id}, ${id}` }, { 'xero-tenant-id': `${id}, ` }],
};
