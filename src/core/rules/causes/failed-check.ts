// Findings of checks that can explain the status. Certain if Xero names the same field.

import { isLessSpecific } from '../../diagnose/diagnosis-rows.ts';
import { statementOf } from '../../model/finding.ts';
import { withoutFullStop } from '../../text/without-full-stop.ts';
import type { CheckFinding } from '../run-checks/run-checks.ts';
import type { Cause, CauseRule, FailedRequest } from './cause.ts';
import { joinFixes } from './join-fixes.ts';

/** More causes would explain nothing. */
const MAX_CAUSES = 3;

export const rule: CauseRule = {
  id: 'failed-check',
  statuses: [400, 401, 403, 404, 405, 500],
  run(refusal) {
    const { evidence, id, row } = refusal.diagnosis;
    const able = refusal.findings.filter(
      ({ check, severity }) => severity !== 'note' && check.canCause?.includes(evidence.status),
    );
    const named = able
      .filter((finding) => isNamedByXero(finding, refusal))
      .sort((a, b) => placeInError(a, refusal) - placeInError(b, refusal));
    const others = able
      .filter((finding) => !named.includes(finding))
      // A rejection doesn't prove what is only possible, such as a missing header that a proxy may add.
      .map((finding) =>
        causeOf(finding, finding.check.confirmedBy === id && finding.certainty !== 'possible' && !isLessSpecific(row)),
      )
      .sort((a, b) => Number(b.certainty === 'certain') - Number(a.certainty === 'certain'));
    return [...namedCause(named), ...others].slice(0, MAX_CAUSES);
  },
};

/** One cause for all fields that Xero names and a check explains. */
function namedCause(named: readonly CheckFinding[]): Cause[] {
  const [first] = named;
  if (first === undefined) return [];
  const statements = named.map(statementOf);
  return [
    {
      ...causeOf(first, true),
      observed: withoutFullStop(statements.join(' ')),
      sentence: statements.join(' '),
      fix: joinFixes(named.map(({ fix }) => fix)),
      findings: named,
    },
  ];
}

function isNamedByXero(finding: CheckFinding, refusal: FailedRequest): boolean {
  return placeInError(finding, refusal) >= 0;
}

/** The index among the fields that Xero names; -1 if it doesn't name this one. */
function placeInError({ location }: CheckFinding, { diagnosis: { fieldErrors } }: FailedRequest): number {
  if (location?.in !== 'request' || location.pointer === '') return -1;
  return fieldErrors.findIndex(({ pointer }) => pointer === location.pointer);
}

function causeOf(finding: CheckFinding, proven: boolean): Cause {
  const { fix, certainty, relatedIds, citation, tenantToSend } = finding;
  const sentence = statementOf(finding);
  return {
    observed: withoutFullStop(sentence),
    sentence,
    fix,
    // That a rule is broken doesn't prove that this caused the rejection.
    certainty: proven ? 'certain' : certainty === 'certain' ? 'likely' : certainty,
    relatedIds,
    citation,
    finding,
    tenantToSend,
  };
}
