// Performs an operation on one organisation's data.

import type { OperationId } from '../../../src/catalogue/operations.ts';
import type { OperationCall } from './operation-call.ts';
import type { Outcome } from './outcome.ts';
import * as projects from './project-operations.ts';
import * as tasks from './task-operations.ts';
import * as time from './time-operations.ts';
import { getProjectUsers } from './user-operations.ts';

export function perform(operationId: OperationId, call: OperationCall): Outcome {
  return handlers[operationId](call);
}

const handlers: Readonly<Record<OperationId, (call: OperationCall) => Outcome>> = {
  ...projects,
  ...tasks,
  ...time,
  getProjectUsers,
};
