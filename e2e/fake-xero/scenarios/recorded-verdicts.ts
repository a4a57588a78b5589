// What each recorded response means and whether the request may be repeated. Written by hand from the source of each recording,
// independently of the code under test.

import type { DiagnosisId } from '../../../src/catalogue/diagnoses/all.ts';
import type { RetryAction } from '../../../src/catalogue/retry-policy.ts';

export interface Verdict {
  readonly diagnosis: DiagnosisId;
  readonly retry: RetryAction['kind'];
  /** If the time is known. */
  readonly seconds?: number;
}

/** By the id of the sample. */
export const verdicts: Readonly<Record<string, Verdict>> = {
  'doc-400-modelstate': { diagnosis: 'validation-failed', retry: 'fix-first' },
  'proj-401-authorization': { diagnosis: 'scope-or-plan-missing', retry: 'fix-first' },
  'proj-403-tenant-pyxero': { diagnosis: 'tenant-refused', retry: 'fix-first' },
  'gw-403-bad-tenant': { diagnosis: 'tenant-refused', retry: 'fix-first' },
  'gw-401-bad-token': { diagnosis: 'token-invalid', retry: 'fix-first' },
  'gw-401-token-expired': { diagnosis: 'token-expired', retry: 'refresh-token' },
  'gw-429-minute': { diagnosis: 'rate-limit-minute', retry: 'wait', seconds: 22 },
  'concurrent-429': { diagnosis: 'rate-limit-concurrent', retry: 'back-off' },
  'legacy-503-rate-limit': { diagnosis: 'rate-limit-legacy', retry: 'back-off' },
  'acc-404-text': { diagnosis: 'not-found', retry: 'fix-first' },
  'proj-404-time-user': { diagnosis: 'not-found', retry: 'fix-first' },
  'proj-400-idempotency': { diagnosis: 'idempotency-key-reused', retry: 'fix-first' },
  'acc-500-json': { diagnosis: 'server-error', retry: 'back-off' },
  'infra-503-iis-html': { diagnosis: 'service-unavailable', retry: 'back-off' },
  'doc-503-maintenance': { diagnosis: 'maintenance', retry: 'back-off' },
  'doc-503-unavailable': { diagnosis: 'temporarily-unavailable', retry: 'back-off' },
  'doc-503-organisation-offline': { diagnosis: 'organisation-offline', retry: 'wait', seconds: 300 },
  'acc-401-authorization-node': { diagnosis: 'scope-or-plan-missing', retry: 'fix-first' },
  'acc-400-validation-contrast': { diagnosis: 'wrong-api', retry: 'fix-first' },
  'live-200-create-project': { diagnosis: 'success', retry: 'not-needed' },
  'live-200-create-task': { diagnosis: 'success', retry: 'not-needed' },
  'live-204-delete-task': { diagnosis: 'no-content', retry: 'not-needed' },
};
