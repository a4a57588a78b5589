// The specification's own examples break its rules. Values copied from them get a milder finding.

import { specificationExamples } from '../../../catalogue/citation.ts';
import { isObject } from '../../text/is-object.ts';
import type { CheckContext, CheckResult } from './check.ts';

/** Replaces these fields of a finding about such an id. */
export const docsExampleResult: Pick<CheckResult, 'expected' | 'severity' | 'citation'> = {
  expected: 'a UUID (the specification’s examples have IDs like this one, a digit short)',
  severity: 'warning',
  citation: specificationExamples,
};

/** The specification's example of a task is a status and nothing else. */
export function isDocsExampleTask({ operation, requestBody }: CheckContext): boolean {
  if (operation?.requestBody !== 'TaskCreateOrUpdate' || requestBody.kind !== 'json' || !isObject(requestBody.value))
    return false;
  return requestBody.value.status === 'INPROGRESS' && Object.keys(requestBody.value).length === 1;
}
