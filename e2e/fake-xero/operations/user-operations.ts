// The people of an organisation who may use Projects.

import { pageOf } from './list.ts';
import type { OperationArguments } from './operation-arguments.ts';
import type { Outcome } from './outcome.ts';

export function getProjectUsers({ store, query }: OperationArguments): Outcome {
  return pageOf(store.organisation.users, query);
}
