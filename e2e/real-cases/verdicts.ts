// What the panel must say about the cases in cases.json.

import type { NoticeVerdict, Verdict } from './verdict.ts';

/** By the case's id. */
export const verdicts: Readonly<Record<string, Verdict>> = {
  'resp-429-concurrent-retry-after-0': {
    diagnosis: 'rate-limit-concurrent',
    retry: 'back-off',
    says: [/Retry-After: 0 isn’t a usable delay/, /fewer in parallel/, /short random delay/],
    neverSays: [/Wait 0/i, /\b0(\.0)? s\b/, /at most \d+ seconds/],
  },
  'use-new-key-each-attempt': {
    diagnosis: 'success',
    retry: 'read-back',
    findings: ['duplicate-write'],
    noFindings: ['recovered'],
    says: [/Read the record back first|Look for a second copy/, /one Idempotency-Key for all attempts/],
    neverSays: [/Recovered/, /No retry needed/],
  },
  'req-states-two': { diagnosis: 'success', retry: 'not-needed', noFindings: ['query-value', 'query-unknown'] },
  'resp-connections-empty-then-403': {
    ...{ diagnosis: 'tenant-refused', retry: 'fix-first' },
    findings: ['no-connections'],
    noFindings: ['tenant-not-connected'],
    says: [/\/connections returned an empty list/, /connect the organisation again/, /Not until it’s fixed/],
    neverSays: [/with a tenantId from/, /No tenant ID/],
  },
  'req-tenant-empty': {
    ...{ diagnosis: 'tenant-refused', retry: 'fix-first' },
    findings: ['tenant-empty'],
    noFindings: ['tenant-missing', 'tenant-not-uuid'],
    says: [/Xero-Tenant-Id\W* has no value/, /stored it when it connected/],
    neverSays: [/no (?:such|Authorization|Xero-Tenant-Id) header/, /isn’t a UUID/],
  },
  'req-id-token-as-bearer': {
    ...{ diagnosis: 'token-invalid', retry: 'fix-first' },
    findings: ['token-is-id-token'],
    noFindings: ['token-scope', 'scope-added-later'],
    says: [/an ID token for your app/, /Send the access_token/],
    neverSays: [/the scopes /, /expired/i, /user@example\.com/],
  },
  'req-rate-currency-of-another-org': {
    ...{ diagnosis: 'bad-request', retry: 'fix-first' },
    findings: ['rate-currency-differs'],
    says: [/rate\.currency is USD, but the project’s currencyCode was SGD/, /Send the rate in SGD/],
  },
  'resp-403-only-projects': {
    ...{ diagnosis: 'tenant-refused', retry: 'fix-first' },
    findings: ['projects-not-enabled'],
    says: [/plan may not include Projects/, /Open Projects in Xero for this organisation/, /Not until it’s fixed/],
    neverSays: [/No tenant ID/, /Correct the tenant header/, /with a tenantId from/],
  },
  'req-task-id-is-project-id': {
    diagnosis: 'wrong-address',
    title: 'Project ID used twice',
    retry: 'fix-first',
    findings: ['path-id-repeated'],
    says: [/taskId is 00000000-0000-4000-8000-000000000001, the project’s ID/],
    neverSays: [/check the ids/i],
  },
  'req-version-1': {
    diagnosis: 'wrong-address',
    title: 'Wrong API version',
    retry: 'fix-first',
    findings: ['wrong-address'],
    says: [/https:\/\/api\.xero\.com\/projects\.xro\/2\.0\/projects/],
    neverSays: [/certificate|outside the Projects API|check the ids/i],
  },
  'req-accounting-base': {
    diagnosis: 'wrong-address',
    title: 'URL of another Xero API',
    retry: 'fix-first',
    findings: ['wrong-address'],
    says: [/\/api\.xro\/2\.0/, /Send the request to https:\/\/api\.xero\.com\/projects\.xro\/2\.0\/projects/],
    neverSays: [/check the ids|project doesn’t exist|can’t find the resource/i],
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
    title: 'Xero web app request',
    retry: 'not-needed',
    findings: ['public-equivalent'],
    noFindings: ['tenant-missing', 'token-missing'],
    says: [/private service/, /GET \/Projects\?states=INPROGRESS/],
    neverSays: [/no tenant|no (?:such|Authorization|Xero-Tenant-Id) header|aaaaa|your proxy/i],
  },
  'resp-502-wrapped-429': {
    ...{ diagnosis: 'rate-limit-unknown', retry: 'wait', seconds: 37 },
    title: 'Rate limit reached (limit unknown)',
    findings: ['status-rewritten', 'limit-name-missing'],
    says: [/Your server responded with 502\. Its body contains a 429 from Xero\./, /unknown which limit was reached/],
    neverSays: [/gateway/i, /Try again later/, /status page/i],
  },
  'resp-500-sdk-error-with-token': {
    ...{ diagnosis: 'tenant-refused', retry: 'fix-first' },
    findings: ['status-rewritten', 'secret-in-response'],
    noFindings: ['tenant-missing'],
    says: [/a body that contains an access token/, /Update xero-node to 20\.0\.0/],
    neverSays: [/eyJ/, /c2lnbmF0dXJl/],
  },
  'resp-500-404-text-parsed-as-json': {
    ...{ diagnosis: 'not-found', title: 'Not found', retry: 'fix-first' },
    findings: ['status-rewritten'],
    says: [
      /It couldn’t parse a response as JSON\. That response was probably Xero’s plain-text 404/,
      /Check the IDs in the path/,
    ],
    neverSays: [/Server error/, /Retry a read/],
  },
  'resp-500-connector-sentence': {
    ...{ diagnosis: 'connector-error', title: 'Connector error', retry: 'cannot-tell' },
    says: [/the connector’s log/],
    neverSays: [/Xero support/, /status page/i, /Xero says/],
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
    neverSays: [/Refresh the access token/, /cannot tell|can’t tell/i, /(?:no|have) Xero Projects/],
  },
  'resp-401-token-invalid-audience': {
    diagnosis: 'token-wrong-audience',
    retry: 'fix-first',
    says: [/ID token/, /access_token/, /Not until it’s fixed/],
    neverSays: [/expired/i, /\bwait\b/i, /lacks a scope/],
  },
  'har-base64-that-is-none': {
    diagnosis: 'validation-failed',
    retry: 'fix-first',
    says: [/Project Name cannot be empty/],
    neverSays: [/body isn’t text|unreadable|doesn’t name a field/i],
  },
  'har-path-only-url': { diagnosis: 'success', retry: 'not-needed' },
  'har-sanitised-by-chrome': {
    diagnosis: 'scope-or-plan-missing',
    retry: 'fix-first',
    findings: ['token-unavailable'],
    noFindings: ['token-missing', 'token-scope', 'token-not-jwt'],
    says: [/scope/i, /The export may have left it out/],
    neverSays: [
      /no (?:such|Authorization|Xero-Tenant-Id) header/,
      /no access token/i,
      /header without a token|has no token/,
    ],
  },
};

/** What the notice after the import must say about a file. By the case's id. */
export const noticeVerdicts: Readonly<Record<string, NoticeVerdict>> = {
  'har-cut-in-first-entry': {
    says: [
      /The file \(LoggerPlusPlus 3\.19\.1\) is cut off in its first entry\. It contains no complete request\. Export it again\./,
    ],
    neverSays: [/no Xero Projects requests/, /JSON|Unexpected/],
  },
  'har-path-only-url': { says: [/2 requests imported/], neverSays: [/couldn’t be read/, /skipped/i] },
};
