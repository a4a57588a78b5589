// Which reasons keep a call out of the list, by what is known now: what is certain first, what is ruled out last.

import type { TroubleshootingFacts } from './facts.ts';
import { type Evaluation, type Likelihood, type Reason, reasons } from './reasons.ts';

export type EvaluatedReason = Pick<Reason, 'id' | 'title' | 'advice' | 'action'> & Evaluation;

const order: readonly Likelihood[] = ['yes', 'likely', 'unknown', 'no'];

export function evaluateReasons(facts: TroubleshootingFacts): EvaluatedReason[] {
  return reasons
    .flatMap(({ evaluate, ...words }): EvaluatedReason[] => {
      const judgement = evaluate(facts);
      return judgement === undefined ? [] : [{ ...words, ...judgement }];
    })
    .sort((a, b) => order.indexOf(a.likelihood) - order.indexOf(b.likelihood));
}
