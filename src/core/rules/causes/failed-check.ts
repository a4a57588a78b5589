// Findings of checks that can explain the status. Certain if Xero names the same field.

import { isLessSpecific } from '../../diagnose/diagnosis-rows.ts';
import type { Location } from '../../model/finding.ts';
import { quote } from '../../text/quote.ts';
import type { CheckFinding } from '../run-checks/run-checks.ts';
import type { Cause, CauseRule, FailedRequest } from './cause.ts';

/** A longer list of causes explains nothing. */
const MAX_CAUSES = 3;

export const rule: CauseRule = {
  id: 'failed-check',
  statuses: [400, 401, 403, 404, 405, 500],
  run(refusal) {
    const { evidence, id, row } = refusal.diagnosis;
    const able = refusal.findings.filter(
      ({ check, severity }) => severity !== 'note' && check.canCause?.includes(evidence.status),
    );
    const named = able.filter((finding) => isNamedByXero(finding, refusal));
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

/** Fields that Xero names and a check explains: one cause for all of them. */
function namedCause(named: readonly CheckFinding[]): Cause[] {
  const [first] = named;
  if (first === undefined) return [];
  const cause = causeOf(first, true);
  if (named.length === 1) return [{ ...cause, observed: `${cause.observed}. Xero’s error names this field` }];
  const places = named.map(({ title, location }) => `${placeOf(location)} (${title.toLowerCase()})`);
  return [
    {
      ...cause,
      observed: `Xero’s error names ${named.length} fields that break a documented rule: ${places.join(', ')}`,
      fix: 'Fix each field. The checks below say how.',
      finding: undefined,
    },
  ];
}

function isNamedByXero({ location }: CheckFinding, { diagnosis }: FailedRequest): boolean {
  return (
    location?.in === 'request' &&
    diagnosis.fieldErrors.some(({ pointer }) => pointer !== '' && pointer === location.pointer)
  );
}

function causeOf(finding: CheckFinding, proven: boolean): Cause {
  const { location, observed, expected, fix, certainty, relatedIds, citation } = finding;
  return {
    observed: `${location === undefined ? '' : `${placeOf(location)}: `}${observed}. Expected: ${expected}`,
    fix,
    // A broken rule beside a rejection doesn't prove that it caused it.
    certainty: proven ? 'certain' : certainty === 'certain' ? 'likely' : certainty,
    relatedIds,
    citation,
    finding,
  };
}

function placeOf(location: Location | undefined): string {
  return location === undefined ? '' : quote('pointer' in location ? location.pointer || 'body' : location.name, 60);
}
