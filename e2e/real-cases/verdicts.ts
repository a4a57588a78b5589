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
};
