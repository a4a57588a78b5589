// Which reasons keep a request out of the list, by what is known now: certain ones first, ruled-out ones last.

import type { Certainty } from '../model/certainty.ts';
import { bySeverity, type Finding, type Severity, toFinding } from '../model/finding.ts';
import type { TroubleshootingFacts } from './facts.ts';
import { type Evaluation, type Likelihood, type Reason, reasons } from './reasons.ts';

/** `fix` is empty where the reason is ruled out. */
export type EvaluatedReason = Finding & Evaluation & Pick<Reason, 'action'>;

export function evaluateReasons(facts: TroubleshootingFacts): EvaluatedReason[] {
  return reasons
    .flatMap(({ evaluate, ...reason }) => {
      const evaluation = evaluate(facts);
      return evaluation === undefined ? [] : [toEvaluatedReason(reason, evaluation)];
    })
    .sort(bySeverity);
}

function toEvaluatedReason(reason: Omit<Reason, 'evaluate'>, evaluation: Evaluation): EvaluatedReason {
  const { id, title, fix, action } = reason;
  const { likelihood } = evaluation;
  return toFinding(
    'reason',
    { id, title, severity: severities[likelihood], fix: likelihood === 'no' ? '' : fix },
    { ...evaluation, certainty: certainties[likelihood], ...(action && { action }) },
  );
}

const severities: Readonly<Record<Likelihood, Severity>> = {
  yes: 'error',
  likely: 'warning',
  unknown: 'note',
  no: 'success',
};

const certainties: Readonly<Record<Likelihood, Certainty>> = {
  yes: 'certain',
  likely: 'likely',
  unknown: 'possible',
  no: 'certain',
};
