// What the checks found, with the findings of one check as one item.

import type { Certainty } from '../model/certainty.ts';
import { certaintyRank } from '../model/certainty.ts';
import { type Location, statementOf } from '../model/finding.ts';
import { fieldNameInItem } from '../rules/check-support/field-name.ts';
import { type CheckFinding, MAX_FINDINGS } from '../rules/run-checks/run-checks.ts';
import { quote } from '../text/quote.ts';

export interface CheckGroup {
  /** The first finding of the group, with severity, fix and citation. */
  readonly finding: CheckFinding;
  /** A sentence for a single finding; for several, a clause that the names of `places` complete. */
  readonly text: string;
  /** Where each of several findings was observed. */
  readonly places: readonly CheckPlace[];
  readonly fix: string;
  /** The certainty of the least certain finding. */
  readonly certainty: Certainty;
}

interface CheckPlace {
  /** In backticks. */
  readonly name: string;
  readonly location: Location | undefined;
}

/** Groups the findings, in the order of the first finding of each check. */
export function groupChecks(findings: readonly CheckFinding[]): CheckGroup[] {
  const groups = new Map<string, CheckFinding[]>();
  for (const finding of findings) {
    const key = `${finding.ruleId} ${finding.severity}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [finding]);
    else if (!group.some((each) => statementOf(each) === statementOf(finding))) group.push(finding);
  }
  return [...groups.values()].map((group) => toGroup(group as [CheckFinding, ...CheckFinding[]]));
}

function toGroup(group: readonly [CheckFinding, ...CheckFinding[]]): CheckGroup {
  const [finding] = group;
  const { certainty } = group.toSorted((a, b) => certaintyRank(a) - certaintyRank(b))[0] ?? finding;
  if (group.length === 1) return { finding, text: sentenceOf(finding), places: [], fix: finding.fix, certainty };
  const { groupTitle, fix } = finding.check;
  const count = group.length < MAX_FINDINGS ? `${group.length}` : `${group.length} or more`;
  return {
    finding,
    text: groupTitle?.(count) ?? `${count} times`,
    places: group.map(({ location }) => ({ name: nameOf(location), location })),
    fix,
    certainty,
  };
}

/** The sentence that follows the title. */
function sentenceOf({ sentence, observed, expected }: CheckFinding): string {
  return sentence ?? `Observed: ${observed}. Expected: ${expected}.`;
}

function nameOf(location: Location | undefined): string {
  if (location === undefined) return '`request`';
  return 'pointer' in location ? fieldNameInItem(location.pointer) : quote(location.name, 60);
}
