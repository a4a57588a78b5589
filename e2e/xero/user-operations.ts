// The people of an organisation who may use Projects.

import { pageOf } from './list.ts';
import type { Outcome } from './outcome.ts';
import type { Call } from './perform.ts';

export function getProjectUsers({ store, query }: Call): Outcome {
  return pageOf(store.organisation.users, query);
}
