// The arguments of an operation on one organisation's data.

import type { Query } from './list.ts';
import type { PathIds } from './operations.ts';
import type { Store } from './store.ts';

export interface OperationArguments {
  readonly store: Store;
  readonly ids: PathIds;
  readonly query: Query;
  /** Already validated. */
  readonly body: Readonly<Record<string, unknown>>;
  /** ms since the epoch. */
  readonly now: number;
  /** The status of POST /Projects and POST /Tasks: 200 as recorded, or 201 as documented. */
  readonly createdStatus: 200 | 201;
}
