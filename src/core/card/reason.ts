// The reason for a response, in sentences, with what they are based on.

import type { Citation } from '../../catalogue/citation.ts';
import type { DiagnosisRow } from '../../catalogue/diagnoses/row.ts';
import type { Certainty } from '../model/certainty.ts';
import { type Finding, type Location, statementOf } from '../model/finding.ts';
import type { LikelyCause } from '../rules/causes/likely-causes.ts';
import type { CheckFinding } from '../rules/run-checks/run-checks.ts';

export interface Reason {
  readonly statements: readonly Statement[];
  /** Empty if the diagnosis has the fix. */
  readonly fix: string;
  /** Omitted for what is true of every such response. */
  readonly certainty?: Certainty;
  readonly citation?: Citation | undefined;
  readonly relatedIds: readonly number[];
  /** The id of the rule whose cause it is. */
  readonly cause?: string;
  /** The id of the sequence rule whose finding it is. */
  readonly sequence?: string;
}

/** One sentence, and the check that it comes from. */
export interface Statement {
  readonly text: string;
  readonly check?: string;
  readonly location?: Location | undefined;
}

export function reasonOfCause(cause: LikelyCause): Reason {
  const { ruleId, fix, certainty, citation, relatedIds, finding } = cause;
  const findings = cause.findings ?? (finding ? [finding] : []);
  return {
    statements: findings.length === 0 ? [{ text: statementOf(cause) }] : findings.map(statementOfCheck),
    fix,
    certainty,
    citation,
    relatedIds,
    cause: ruleId,
  };
}

/** The reason that a finding gives, for example a warning about a success. */
export function reasonOfFinding(finding: CheckFinding | Finding): Reason {
  const { kind, ruleId, fix, certainty, citation, relatedIds } = finding;
  return {
    statements: [kind === 'check' ? statementOfCheck(finding) : { text: statementOf(finding) }],
    fix,
    certainty,
    citation,
    relatedIds,
    ...(kind === 'sequence' && { sequence: ruleId }),
  };
}

export function reasonOfRow({ why }: DiagnosisRow): Reason | undefined {
  return why && { statements: [{ text: why.text }], fix: '', citation: why.citation, relatedIds: [] };
}

function statementOfCheck(finding: Finding): Statement {
  return { text: statementOf(finding), check: finding.ruleId, location: finding.location };
}
