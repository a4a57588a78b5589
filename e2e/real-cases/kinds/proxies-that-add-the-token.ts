// Proxies that add token and tenant, so that the page sends neither.

import type { Case } from '../verdict.ts';

const url = 'https://app.example/plain/Projects?page=1';
const worked = {
  method: 'GET',
  url,
  requestHeaders: {},
  requestBody: null,
  status: 200,
  responseHeaders: { 'content-type': 'application/json; charset=utf-8' },
  responseBody: '{"pagination":{"page":1,"pageSize":50,"pageCount":1,"itemCount":0},"items":[]}',
};
const problem = (Status: number, Detail: string) =>
  JSON.stringify({
    Type: null,
    Title: 'x',
    Status,
    Detail,
    Instance: '00000000-0000-4000-8000-000000000008',
    Extensions: {},
  });
const after = (failure: object, earlier: object = worked) => ({
  sequence: [...Array.from({ length: 20 }, () => ({ ...worked, ...earlier })), { ...worked, ...earlier, ...failure }],
  mapping: '/plain',
});
const missing = ['token-missing', 'tenant-missing', 'failed-check', 'token-wrong-issuer'];
const neverSays = [/no (?:such|Authorization|Xero-Tenant-Id) header/, /or your proxy/];

export const cases: readonly Case[] = [
  {
    name: 'an expired token',
    input: after({ status: 401, responseBody: problem(401, 'TokenExpired: token expired at 11/30/2026 02:20:00') }),
    verdict: {
      diagnosis: 'token-expired',
      retry: 'refresh-token',
      findings: ['added-by-proxy'],
      noFindings: missing,
      says: [/Your proxy adds the token\. This last worked at 02:22:45\.[\s.]*Refresh the token in your proxy\./],
      neverSays,
    },
  },
  {
    name: 'a token that Xero rejects',
    input: after({ status: 401, responseBody: problem(401, 'AuthenticationUnsuccessful') }),
    verdict: {
      diagnosis: 'token-invalid',
      retry: 'fix-first',
      findings: ['added-by-proxy'],
      noFindings: missing,
      neverSays,
    },
  },
  {
    name: 'a 401 inside a 500',
    input: after({
      status: 500,
      responseBody: `{"error":${problem(401, 'TokenExpired: token expired at 11/30/2026 02:20:00')}}`,
    }),
    verdict: {
      diagnosis: 'token-expired',
      retry: 'refresh-token',
      findings: ['added-by-proxy'],
      noFindings: missing,
      neverSays,
    },
  },
  {
    name: 'a rejected tenant',
    input: after({ status: 403, responseBody: problem(403, 'AuthenticationUnsuccessful') }),
    verdict: {
      diagnosis: 'tenant-refused',
      retry: 'fix-first',
      findings: ['added-by-proxy'],
      noFindings: missing,
      says: [/Your proxy adds the tenant/],
      neverSays,
    },
  },
  {
    name: 'the page’s own session token, which the proxy replaces',
    input: after(
      { status: 401, responseBody: problem(401, 'TokenExpired: token expired at 11/30/2026 02:20:00') },
      // {"alg":"none"}.{"iss":"https://app.example"}
      {
        requestHeaders: {
          authorization: 'Bearer eyJhbGciOiJub25lIn0.eyJpc3MiOiJodHRwczovL2FwcC5leGFtcGxlIn0.c2lnbmF0dXJl',
        },
      },
    ),
    verdict: {
      diagnosis: 'token-expired',
      retry: 'refresh-token',
      findings: ['added-by-proxy'],
      noFindings: missing,
      neverSays,
    },
  },
  {
    name: 'a missing token, with no earlier success',
    input: { ...worked, status: 401, responseBody: problem(401, 'AuthenticationUnsuccessful'), mapping: '/plain' },
    verdict: {
      diagnosis: 'token-invalid',
      retry: 'fix-first',
      findings: ['token-missing'],
      noFindings: ['added-by-proxy'],
    },
  },
];
