// The requests in every HAR file of this folder, with the expected diagnoses: decided by hand, not by the code under test.

import type { DiagnosisId } from '../../src/catalogue/diagnoses/all.ts';
import type { OperationId } from '../../src/catalogue/operations.ts';
import { ids } from '../fake-xero/operations/seed.ts';
import type { FailureId } from '../fake-xero/scenarios/failures.ts';

export interface RecordedRequest {
  readonly method: string;
  /** Below the API root. */
  readonly path: string;
  readonly body?: object;
  /** The scripted response; by default, the local Xero responds as usual. */
  readonly scenario?: FailureId;
  readonly operation: OperationId;
  readonly diagnosis: DiagnosisId;
}

const invalid = { contactId: ids.contact, name: '' };

export const traffic: readonly RecordedRequest[] = [
  { method: 'GET', path: '/ProjectsUsers', operation: 'getProjectUsers', diagnosis: 'success' },
  { method: 'GET', path: '/Projects?states=INPROGRESS&pageSize=2', operation: 'getProjects', diagnosis: 'success' },
  { method: 'POST', path: '/Projects', body: invalid, operation: 'createProject', diagnosis: 'validation-failed' },
  {
    method: 'PATCH',
    path: `/Projects/${ids.project}`,
    body: { status: 'INPROGRESS' },
    operation: 'patchProject',
    diagnosis: 'no-content',
  },
  ...(
    [
      ['token-expired', 'token-expired'],
      ['tenant-refused', 'tenant-refused'],
      ['not-found', 'not-found'],
      ['rate-limit-minute', 'rate-limit-minute'],
      ['maintenance', 'maintenance'],
      ['gateway-error', 'gateway-error'],
      ['network-failure', 'network-failure'],
    ] as const
  ).map(([scenario, diagnosis]) => ({
    method: 'GET',
    path: `/Projects/${ids.project}`,
    scenario,
    operation: 'getProject' as const,
    diagnosis,
  })),
];
