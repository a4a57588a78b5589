// Every judgement, those on attempts before those on what calls cost. One more is one file and one line here.

import { judgement as firstPageOnly } from './first-page-only.ts';
import { judgement as gaveUp } from './gave-up.ts';
import type { Judgement } from './judgement.ts';
import { judgement as keyKept } from './key-kept.ts';
import { judgement as noGrowth } from './no-growth.ts';
import { judgement as noJitter } from './no-jitter.ts';
import { judgement as polling } from './polling.ts';
import { judgement as readsOneByOne } from './reads-one-by-one.ts';
import { judgement as recovered } from './recovered.ts';
import { judgement as repeatedRead } from './repeated-read.ts';
import { judgement as retriedTooEarly } from './retried-too-early.ts';
import { judgement as retriedUnchanged } from './retried-unchanged.ts';
import { judgement as sameTokenAgain } from './same-token-again.ts';
import { judgement as smallPages } from './small-pages.ts';
import { judgement as tooManyInFlight } from './too-many-in-flight.ts';
import { judgement as writeRepeated } from './write-repeated.ts';

export const allJudgements: readonly Judgement[] = [
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
