// Carries out one operation on one organisation's data.

import type { Query } from './list.ts';
import type { OperationId, PathIds } from './operations.ts';
import type { Outcome } from './outcome.ts';
import * as projects from './project-operations.ts';
import type { Store } from './store.ts';
import * as tasks from './task-operations.ts';
import * as time from './time-operations.ts';
import { getProjectUsers } from './user-operations.ts';

export interface Call {
  readonly store: Store;
  readonly ids: PathIds;
  readonly query: Query;
  /** Already held against the rules of its entity. */
  readonly body: Readonly<Record<string, unknown>>;
  /** ms since the epoch. */
  readonly now: number;
  /** Of what is made by POST /Projects and POST /Tasks: 200 as recorded, or 201 as documented. */
  readonly createdStatus: 200 | 201;
}

export function perform(operationId: OperationId, call: Call): Outcome {
  return performers[operationId](call);
}

const performers: Readonly<Record<OperationId, (call: Call) => Outcome>> = {
  ...projects,
  ...tasks,
  ...time,
  getProjectUsers,
};
