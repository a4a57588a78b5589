// Performs an operation on one organisation's data.

import type { OperationId } from '../../../src/catalogue/operations.ts';
import type { OperationArguments } from './operation-arguments.ts';
import type { Outcome } from './outcome.ts';
import * as projects from './project-operations.ts';
import * as tasks from './task-operations.ts';
import * as time from './time-operations.ts';
import { getProjectUsers } from './user-operations.ts';

export function perform(operationId: OperationId, args: OperationArguments): Outcome {
  return handlers[operationId](args);
}

const handlers: Readonly<Record<OperationId, (args: OperationArguments) => Outcome>> = {
  ...projects,
  ...tasks,
  ...time,
  getProjectUsers,
};
