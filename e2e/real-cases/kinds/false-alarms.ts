// Requests that look odd and are fine.

import type { Case } from '../verdict.ts';

const list = {
  method: 'GET',
  requestHeaders: { authorization: 'Bearer x.y.z', 'xero-tenant-id': '00000000-0000-4000-8000-000000000006' },
  requestBody: null,
  status: 200,
  responseHeaders: { 'content-type': 'application/json' },
  responseBody: '{"pagination":{"page":1,"pageSize":50,"pageCount":1,"itemCount":0},"items":[]}',
};

export const cases: readonly Case[] = [
  {
    name: 'a query that ends with an ampersand',
    input: { ...list, url: 'https://api.xero.com/projects.xro/2.0/Projects?page=1&' },
    verdict: { diagnosis: 'success', retry: 'not-needed', noFindings: ['query-unknown', 'query-value'] },
  },
];
