// What the panel must say about the cases in cases.json.

import type { Verdict } from './verdict.ts';

/** By the case's id. */
export const verdicts: Readonly<Record<string, Verdict>> = {
  'resp-429-concurrent-retry-after-0': {
    diagnosis: 'rate-limit-concurrent',
    retry: 'back-off',
    says: [/Retry-After: 0 isn’t a wait/, /fewer in parallel/, /short random pause/],
    neverSays: [/Wait 0/i, /\b0(\.0)? s\b/, /tells no time/],
  },
  'use-new-key-each-attempt': {
    diagnosis: 'success',
    retry: 'read-back',
    findings: ['duplicate-write'],
    noFindings: ['recovered'],
    says: [/Read back first|Look for a second copy/, /one Idempotency-Key for all tries/],
    neverSays: [/Recovered/, /No retry needed/],
  },
  'req-states-two': { diagnosis: 'success', retry: 'not-needed', noFindings: ['query-value', 'query-unknown'] },
  'req-task-id-is-project-id': {
    diagnosis: 'wrong-address',
    title: 'Same id twice in address',
    retry: 'fix-first',
    findings: ['path-id-repeated'],
    says: [/taskId is 00000000-0000-4000-8000-000000000001, the project’s id/],
    neverSays: [/check the ids/i],
  },
  'req-version-1': {
    diagnosis: 'wrong-address',
    title: 'Wrong version in the address',
    retry: 'fix-first',
    findings: ['wrong-address'],
    says: [/https:\/\/api\.xero\.com\/projects\.xro\/2\.0\/projects/],
    neverSays: [/certificate|outside the Projects API|check the ids/i],
  },
  'req-accounting-base': {
    diagnosis: 'wrong-address',
    title: 'Address of another Xero API',
    retry: 'fix-first',
    findings: ['wrong-address'],
    says: [/\/api\.xro\/2\.0/, /Send the request to https:\/\/api\.xero\.com\/projects\.xro\/2\.0\/projects/],
    neverSays: [/check the ids|project does not exist|cannot find the resource/i],
  },
  'req-costs': {
    diagnosis: 'wrong-address',
    title: 'Not in the Projects API',
    retry: 'fix-first',
    findings: ['unsupported-operation'],
    says: [/totalTaskAmount/, /totalExpenseAmount/, /minutes/],
    neverSays: [/check the ids/i],
  },
  'req-xero-web-app-list': {
    diagnosis: 'xero-web-app',
    title: 'Xero’s own web app',
    retry: 'not-needed',
    findings: ['public-equivalent'],
    noFindings: ['tenant-missing', 'token-missing'],
    says: [/private service/, /GET \/Projects\?states=INPROGRESS/],
    neverSays: [/no tenant|no such header|aaaaa|your proxy/i],
  },
  'resp-502-wrapped-429': {
    ...{ diagnosis: 'rate-limit-unknown', retry: 'wait', seconds: 37 },
    title: 'Rate limit reached, which one is not told',
    findings: ['status-rewritten', 'limit-name-missing'],
    says: [
      /Your back end responded with 502\. Its body holds a 429 from Xero\./,
      /which limit was reached isn’t known/,
    ],
    neverSays: [/gateway/i, /Try again later/, /status page/i],
  },
  'resp-500-sdk-error-with-token': {
    ...{ diagnosis: 'tenant-refused', retry: 'fix-first' },
    findings: ['status-rewritten', 'secret-in-response'],
    noFindings: ['tenant-missing'],
    says: [/The response body contained an access token/, /Update xero-node to 20\.0\.0/],
    neverSays: [/eyJ/, /c2lnbmF0dXJl/],
  },
  'resp-500-404-text-parsed-as-json': {
    ...{ diagnosis: 'not-found', title: 'Not found', retry: 'fix-first' },
    findings: ['status-rewritten'],
    says: [
      /It couldn’t read a response as JSON, and that was probably Xero’s plain-text 404/,
      /Check the ids in the path/,
    ],
    neverSays: [/Server error/, /Try a read/],
  },
  'resp-500-connector-sentence': {
    ...{ diagnosis: 'connector-error', title: 'Error of your connector', retry: 'cannot-tell' },
    says: [/Look in the connector’s log/],
    neverSays: [/Xero support/, /status page/i, /Xero says(?! nothing of it)/],
  },
  'resp-413-gateway': {
    diagnosis: 'payload-too-large',
    title: 'Request too large',
    retry: 'fix-first',
    says: [/larger than Xero’s gateway accepts/, /Send less in each request/, /nothing was written/],
    neverSays: [/token/i, /validation/i, /modelState/],
  },
  'resp-401-insufficent-scope-misspelt': {
    diagnosis: 'scope-or-plan-missing',
    title: 'Scope missing',
    retry: 'fix-first',
    noFindings: ['scope-granted'],
    says: [/lacks a scope/, /insufficent_scope/, /consent again/, /Refreshing doesn’t add it/],
    neverSays: [/Refresh the access token/, /cannot tell|can’t tell/i, /no Xero Projects/],
  },
  'resp-401-token-invalid-audience': {
    diagnosis: 'token-wrong-audience',
    retry: 'fix-first',
    says: [/id token/, /access_token/, /never accepted/],
    neverSays: [/expired/i, /\bwait\b/i, /scope/i],
  },
};
