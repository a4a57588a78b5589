// The people of an organisation who may use Projects.

import { pageOf } from './list.ts';
import type { OperationCall } from './operation-call.ts';
import type { Outcome } from './outcome.ts';

export function getProjectUsers({ store, query }: OperationCall): Outcome {
  return pageOf(store.organisation.users, query);
}
