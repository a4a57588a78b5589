// Merges the finding about a missing required field with that about an unknown field that was probably meant to be it.

import { fieldName } from '../check-support/field-name.ts';
import type { CheckFinding } from './run-checks.ts';

/** Preserves the order. The finding about the missing field absorbs the other. */
export function mergeMisnamed(findings: readonly CheckFinding[]): CheckFinding[] {
  const misnamed = new Map(
    findings.flatMap((finding) => (finding.meant === undefined ? [] : [[finding.meant.pointer, finding] as const])),
  );
  const absorbed = new Set<CheckFinding>();
  const merged = findings.map((finding) => {
    const other = finding.ruleId === 'field-missing' ? misnamed.get(pointerOf(finding)) : undefined;
    if (other?.meant === undefined) return finding;
    absorbed.add(other);
    const [sent, name] = [fieldName(pointerOf(other)), fieldName(pointerOf(finding))];
    return {
      ...finding,
      sentence: `${finding.sentence} You sent ${sent}, but the field’s name is ${name}.`,
      fix: `Rename ${sent} to \`${other.meant.name}\`.`,
      absorbed: other,
    };
  });
  return merged.filter((finding) => !absorbed.has(finding));
}

function pointerOf({ location }: CheckFinding): string {
  return location !== undefined && 'pointer' in location ? location.pointer : '';
}
