// Every sequence rule: those about attempts before those about cost. A new rule is one file and one line here.

import { rule as tooManyInFlight } from './concurrency-exceeded.ts';
import { rule as repeatedRead } from './duplicate-reads.ts';
import { rule as writeRepeated } from './duplicate-write.ts';
import { rule as sameTokenAgain } from './expired-token-reused.ts';
import { rule as firstPageOnly } from './first-page-only.ts';
import { rule as gaveUp } from './gave-up-too-soon.ts';
import { rule as keyKept } from './idempotency-key-reused.ts';
import { rule as readsOneByOne } from './n-plus-one-reads.ts';
import { rule as noGrowth } from './no-exponential-backoff.ts';
import { rule as noJitter } from './no-jitter.ts';
import { rule as polling } from './polling.ts';
import { rule as readAfterCreate } from './read-after-create.ts';
import { rule as recovered } from './recovered.ts';
import { rule as refreshedWithoutScope } from './refreshed-without-scope.ts';
import { rule as retriedTooEarly } from './retried-too-early.ts';
import { rule as retriedUnchanged } from './retried-unchanged.ts';
import type { SequenceRule } from './sequence-rule.ts';
import { rule as smallPages } from './small-pages.ts';

export const sequenceRules: readonly SequenceRule[] = [
  retriedTooEarly,
  retriedUnchanged,
  sameTokenAgain,
  refreshedWithoutScope,
  keyKept,
  writeRepeated,
  noGrowth,
  noJitter,
  tooManyInFlight,
  gaveUp,
  recovered,
  readAfterCreate,
  readsOneByOne,
  smallPages,
  firstPageOnly,
  polling,
  repeatedRead,
];
