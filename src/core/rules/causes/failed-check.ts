// The checks that can explain this status: what they saw is the likeliest cause. Where Xero names the same field, it is certain.

import { isVariant } from '../../diagnose/diagnosis-rows.ts';
import { quote } from '../../text/quote.ts';
import type { Finding } from '../checks/run-checks.ts';
import type { Cause, CauseRule, Refusal } from './cause.ts';

/** More causes than this are no causes. */
const most = 3;

export const rule: CauseRule = {
  id: 'failed-check',
  statuses: [400, 401, 403, 404, 405, 500],
  run(refusal) {
    const { evidence, id, row } = refusal.diagnosis;
    const able = refusal.findings.filter(
      ({ check, severity }) => severity !== 'note' && check.explains?.includes(evidence.status),
    );
    const named = able.filter((finding) => isNamedByXero(finding, refusal));
    const others = able
      .filter((finding) => !named.includes(finding))
      // What is only possible, such as a header that a proxy may add, no refusal proves.
      .map((finding) =>
        causeOf(finding, finding.check.provenBy === id && finding.sure !== 'possible' && !isVariant(row)),
      )
      .sort((a, b) => Number(b.sure === 'certain') - Number(a.sure === 'certain'));
    return [...namedCause(named), ...others].slice(0, most);
  },
};

/** What Xero names and a check explains: one cause, however many fields it is about. */
function namedCause(named: readonly Finding[]): Cause[] {
  const [first] = named;
  if (first === undefined) return [];
  const cause = causeOf(first, true);
  if (named.length === 1) return [{ ...cause, text: `${cause.text} Xero names this field.` }];
  const places = named.map(({ check, where }) => `${placeOf(where)} (${check.title.toLowerCase()})`);
  return [
    {
      ...cause,
      text: `${named.length} fields break a documented rule, and Xero names each: ${places.join(', ')}.`,
      fix: 'Correct each; the checks below say how.',
      finding: undefined,
    },
  ];
}

function isNamedByXero({ where }: Finding, { diagnosis }: Refusal): boolean {
  return (
    where.in === 'request' && diagnosis.fieldErrors.some(({ pointer }) => pointer !== '' && pointer === where.pointer)
  );
}

function causeOf(finding: Finding, proven: boolean): Cause {
  const { where, saw, expected, fix, sure, rests = [], source } = finding;
  return {
    text: `${where.in === 'call' ? '' : `${placeOf(where)}: `}${saw}. Expected: ${expected}.`,
    fix,
    // A broken rule beside a refusal is not proof that the one brought the other.
    sure: proven ? 'certain' : sure === 'certain' ? 'likely' : sure,
    rests,
    source,
    finding,
  };
}

function placeOf(where: Finding['where']): string {
  return where.in === 'call' ? '' : quote('pointer' in where ? where.pointer || 'body' : where.name, 60);
}
