// Every judgement, those on attempts before those on what calls cost. One more is one file and one line here.

import { judgement as tooManyInFlight } from './concurrency-exceeded.ts';
import { judgement as repeatedRead } from './duplicate-reads.ts';
import { judgement as writeRepeated } from './duplicate-write.ts';
import { judgement as sameTokenAgain } from './expired-token-reused.ts';
import { judgement as firstPageOnly } from './first-page-only.ts';
import { judgement as gaveUp } from './gave-up-too-soon.ts';
import { judgement as keyKept } from './idempotency-key-reused.ts';
import { judgement as readsOneByOne } from './n-plus-one-reads.ts';
import { judgement as noGrowth } from './no-exponential-backoff.ts';
import { judgement as noJitter } from './no-jitter.ts';
import { judgement as polling } from './polling.ts';
import { judgement as recovered } from './recovered.ts';
import { judgement as retriedTooEarly } from './retried-too-early.ts';
import { judgement as retriedUnchanged } from './retried-unchanged.ts';
import type { SequenceRule } from './sequence-rule.ts';
import { judgement as smallPages } from './small-pages.ts';

export const sequenceRules: readonly SequenceRule[] = [
  retriedTooEarly,
  retriedUnchanged,
  sameTokenAgain,
  keyKept,
  writeRepeated,
  noGrowth,
  noJitter,
  tooManyInFlight,
  gaveUp,
  recovered,
  readsOneByOne,
  smallPages,
  firstPageOnly,
  polling,
  repeatedRead,
];
