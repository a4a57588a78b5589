// A tenant id that isn't a UUID, such as a name or a number.

import { documented, specification } from '../../../catalogue/citation.ts';
import { getHeader } from '../../model/exchange.ts';
import { quote } from '../../text/quote.ts';
import { isUuid } from '../../text/uuid.ts';
import type { Check, Examples, Mutations } from '../check-support/check.ts';

export const check: Check = {
  id: 'tenant-not-uuid',
  title: 'Tenant ID isn’t a UUID',
  severity: 'error',
  order: 90,
  fix: 'Send the `tenantId` exactly as `GET /connections` returns it.',
  canCause: [400, 403],
  citation: {
    ...documented('Every tenant ID seen so far is a UUID, but the specification only says string', specification.url),
    basis: 'inferred',
  },
  run({ exchange }) {
    const tenant = getHeader(exchange.request.headers, 'xero-tenant-id');
    // Other checks report a header that is empty or sent twice.
    if (tenant === undefined || tenant.trim() === '' || tenant.includes(',') || isUuid(tenant)) return [];
    return [
      {
        location: { in: 'header', name: 'Xero-Tenant-Id' },
        observed: quote(tenant),
        sentence: `\`Xero-Tenant-Id\` is ${quote(tenant)}, which isn’t a UUID.`,
        expected: 'a UUID',
        certainty: 'likely',
      },
    ];
  },
};

export const examples: Examples = {
  fail: [{ headers: { 'xero-tenant-id': 'Acme Ltd' } }],
  pass: [
    {},
    { headers: { 'xero-tenant-id': '' } },
    { headers: { 'xero-tenant-id': 'E1EEDE29-F875-4A5D-8470-17F6A29A88B1' } },
  ],
};

export const mutations: Mutations = {
  headers: [{ 'xero-tenant-id': 'Acme Ltd' }, { 'xero-tenant-id': '42' }, { 'xero-tenant-id': 'undefined' }],
};
