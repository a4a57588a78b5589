// Requests that look odd but are correct.

import type { Case } from '../verdict.ts';

const list = {
  method: 'GET',
  requestHeaders: { authorization: 'Bearer x.y.z', 'xero-tenant-id': '00000000-0000-4000-8000-000000000006' },
  requestBody: null,
  status: 200,
  responseHeaders: { 'content-type': 'application/json' },
  responseBody: '{"pagination":{"page":1,"pageSize":50,"pageCount":1,"itemCount":0},"items":[]}',
};

const url = 'https://api.xero.com/projects.xro/2.0/Projects';
const contact = '00000000-0000-4000-8000-000000000005';

/** Requests that must have no findings. */
const silent: readonly [name: string, request: { url: string; requestHeaders?: Record<string, string> }][] = [
  ['both states in one value', { url: `${url}?states=INPROGRESS,CLOSED` }],
  ['both states, with a percent-encoded comma', { url: `${url}?states=CLOSED%2CINPROGRESS&page=1` }],
  ['both states, with a space', { url: `${url}?states=INPROGRESS,%20CLOSED` }],
  ['contactId as in the documentation’s example', { url: `${url}?contactId=${contact}` }],
  ['contactID as in the specification', { url: `${url}?contactID=${contact}` }],
  [
    'a content type with a GET',
    { url, requestHeaders: { ...list.requestHeaders, 'content-type': 'application/json' } },
  ],
  ['a question mark without a query', { url: `${url}?` }],
  ['an ampersand at the end', { url: `${url}?page=1&pageSize=50&` }],
  ['two ampersands', { url: `${url}?page=1&&pageSize=50` }],
  ['a slash at the end', { url: `${url}/` }],
  ['a slash before the query', { url: `${url}/?page=1` }],
  ['two slashes after the root', { url: 'https://api.xero.com/projects.xro/2.0//Projects' }],
];

export const cases: readonly Case[] = [
  ...silent.map(
    ([name, request]): Case => ({
      name,
      input: { ...list, ...request },
      verdict: { diagnosis: 'success', retry: 'not-needed', onlyFindings: ['token-not-jwt', 'status-not-documented'] },
    }),
  ),
  {
    name: 'a query that ends with an ampersand',
    input: { ...list, url: 'https://api.xero.com/projects.xro/2.0/Projects?page=1&' },
    verdict: { diagnosis: 'success', retry: 'not-needed', noFindings: ['query-unknown', 'query-value'] },
  },
];
