// Which reasons keep a call out of the list, by what is known now: what is certain first, what is ruled out last.

import type { ListFacts } from './facts.ts';
import { type Holds, type Judgement, type Reason, reasons } from './reasons.ts';

export type JudgedReason = Pick<Reason, 'id' | 'title' | 'advice' | 'action'> & Judgement;

const order: readonly Holds[] = ['yes', 'likely', 'unknown', 'no'];

export function judgeReasons(facts: ListFacts): JudgedReason[] {
  return reasons
    .flatMap(({ judge, ...words }): JudgedReason[] => {
      const judgement = judge(facts);
      return judgement === undefined ? [] : [{ ...words, ...judgement }];
    })
    .sort((a, b) => order.indexOf(a.holds) - order.indexOf(b.holds));
}
