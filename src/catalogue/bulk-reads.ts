// Source: XeroAPI/Xero-OpenAPI:xero-projects.yaml 16.1.0, read 2026-11-22. Which list returns in one request what single reads need many for.

import type { OperationId } from './operations.ts';

export interface BulkRead {
  readonly single: OperationId;
  readonly list: OperationId;
  /** Narrows the list to given ids, joined by commas. */
  readonly parameter?: string;
}

export const bulkReads: readonly BulkRead[] = [
  { single: 'getProject', list: 'getProjects', parameter: 'projectIds' },
  { single: 'getTask', list: 'getTasks', parameter: 'taskIds' },
  { single: 'getTimeEntry', list: 'getTimeEntries' },
];
