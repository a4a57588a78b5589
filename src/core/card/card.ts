// The explanation of one exchange as a card: what happened, why, the fix, and whether to retry. Nothing is in it twice.

import type { Citation } from '../../catalogue/citation.ts';
import type { Diagnosis } from '../diagnose/diagnose.ts';
import type { FieldError } from '../diagnose/field-errors.ts';
import type { Exchange } from '../model/exchange.ts';
import { bySeverity, type Finding, type Severity } from '../model/finding.ts';
import { type RetryAdvice, retryAdvice } from '../retry/retry-advice.ts';
import type { Analysis } from '../rules/analyze.ts';
import { bestCause } from '../rules/causes/best-cause.ts';
import type { LikelyCause } from '../rules/causes/likely-causes.ts';
import type { CheckFinding } from '../rules/run-checks/run-checks.ts';
import type { Attempts } from '../session/attempts.ts';
import { type CheckGroup, groupChecks } from './check-groups.ts';
import { createOrganisationNames, type OrganisationNames } from './organisations.ts';
import { type Reason, reasonOfCause, reasonOfFinding, reasonOfRow } from './reason.ts';
import { isAboutThisResponse, rateLimitReason } from './sequence-reason.ts';
import { type What, whatHappened } from './what.ts';

export interface Card {
  readonly tone: Exclude<Severity, 'note'>;
  readonly title: string;
  readonly what: What;
  /** The most specific reason that is known. `undefined` for a plain success, and where the fields of Xero's error say it all. */
  readonly why: Reason | undefined;
  readonly fix: Fix;
  readonly fields: readonly FieldError[];
  /** Whether the reason and the fix name each of the fields. */
  readonly areFieldsExplained: boolean;
  /** Further causes, apart from those that are among `checks`. */
  readonly otherCauses: readonly LikelyCause[];
  /** What the checks found beyond `why`. */
  readonly checks: readonly CheckGroup[];
  readonly notes: readonly Finding[];
  readonly citations: readonly Citation[];
}

interface Fix {
  /** First the fix for the reason, then the general advice if the reason is only possible. */
  readonly sentences: readonly string[];
  /** The tenant ID to send. */
  readonly tenantToSend?: string | undefined;
}

export interface CardContext {
  readonly log: { readonly exchanges: readonly Exchange[] };
  /** The attempts that include the exchange. */
  readonly attempts: Attempts | undefined;
  readonly notes: readonly Finding[];
}

const NO_ANALYSIS: Analysis = { findings: [], causes: [], sequence: [] };

/** Pure and total. */
export function composeCard(
  exchange: Exchange,
  diagnosis: Diagnosis,
  { findings, causes, sequence }: Analysis = NO_ANALYSIS,
  { log, attempts, notes }: CardContext,
): Card {
  const { row, fieldErrors } = diagnosis;
  const names = createOrganisationNames(log.exchanges);
  const warnings = row.severity === 'success' ? warningsOf(exchange, findings, sequence) : [];
  const [warning] = warnings;
  const cause = bestCause(diagnosis, causes);
  // A check can confirm the diagnosis without being among its causes.
  const confirmed = cause ? undefined : findings.find(({ check }) => check.confirmedBy === diagnosis.id);
  const why = whyOf(exchange, diagnosis, { cause, finding: warning ?? confirmed, sequence });
  const shown = new Set<Finding>([
    ...(cause?.findings ?? []),
    ...[cause?.finding, warning, confirmed].flatMap((each) => each ?? []),
  ]);
  const tenantToSend = tenantFor(cause, names);
  const worked = causes.find(({ ruleId }) => ruleId === 'token-works-elsewhere');
  // Whether the fix already names that organisation.
  const isInFix = worked?.tenantToSend === tenantToSend;
  const advice = retryAdvice(exchange, diagnosis, exchange.startedMs, attempts);
  const what = whatHappened(exchange, diagnosis, { names, notes, worked: isInFix ? undefined : worked });
  return {
    tone: warning === undefined ? row.severity : 'warning',
    title: titleOf(row.title, warnings.length),
    what,
    why,
    fix: { sentences: fixOf(exchange, diagnosis, { why, names, advice }), tenantToSend },
    fields: fieldErrors,
    areFieldsExplained: why !== undefined && why.statements.length >= fieldErrors.length,
    otherCauses: causes.filter(
      (each) =>
        each !== cause && each !== what.worked?.cause && !(isInFix && each === worked) && each.finding === undefined,
    ),
    checks: groupChecks(findings.filter((each) => !shown.has(each))),
    notes: notes.filter((each) => !what.notes.includes(each) && each !== what.networkError?.note),
    citations: citationsOf([...(why?.citation ? [why.citation] : []), ...row.citations, ...advice.citations]),
  };
}

/** What makes a success suspicious, the worst first. */
function warningsOf(
  exchange: Exchange,
  findings: readonly CheckFinding[],
  sequence: readonly Finding[],
): readonly (CheckFinding | Finding)[] {
  const problems = sequence.filter(
    (each) => (each.severity === 'error' || each.severity === 'warning') && isAboutThisResponse(each, exchange),
  );
  // A check that found an error is no warning: Xero accepted what broke the rule.
  return [...findings.filter(({ severity }) => severity === 'warning'), ...problems].toSorted(bySeverity);
}

interface WhyContext {
  readonly cause: LikelyCause | undefined;
  /** A warning about a success, or a finding that the response confirms. */
  readonly finding: Finding | undefined;
  readonly sequence: readonly Finding[];
}

function whyOf(exchange: Exchange, diagnosis: Diagnosis, { cause, finding, sequence }: WhyContext): Reason | undefined {
  if (finding) return reasonOfFinding(finding);
  const { row, fieldErrors } = diagnosis;
  if (row.severity === 'success') return undefined;
  if (cause) return reasonOfCause(cause);
  const limit = rateLimitReason(exchange, diagnosis, sequence);
  if (limit) return limit;
  // The table of fields shows Xero's reasons.
  return fieldErrors.length === 0 ? reasonOfRow(row) : undefined;
}

interface FixContext {
  readonly why: Reason | undefined;
  readonly names: OrganisationNames;
  readonly advice: RetryAdvice;
}

function fixOf(exchange: Exchange, diagnosis: Diagnosis, { why, names, advice }: FixContext): string[] {
  const { row, fieldErrors } = diagnosis;
  const isUnexplained = fieldErrors.length > (why?.statements.length ?? 0);
  const sentences =
    why === undefined || why.fix === ''
      ? // An earlier attempt may have written the same, whatever this one did.
        [advice.kind === 'read-back' ? advice.text : row.fix]
      : [
          why.fix,
          ...(why.certainty === 'possible' && row.severity !== 'success' ? [row.fix] : []),
          ...(fieldErrors.length > 0 && isUnexplained ? ['Correct the other fields in the table.'] : []),
        ];
  return sentences.filter((each) => each !== '').map((each) => names.inText(each, exchange));
}

/** The organisation that the cause names, or the only one if none was sent. */
function tenantFor(cause: LikelyCause | undefined, names: OrganisationNames): string | undefined {
  if (cause?.tenantToSend !== undefined) return cause.tenantToSend;
  return cause?.finding !== undefined && withoutTenant.has(cause.finding.ruleId) ? names.only : undefined;
}

const withoutTenant: ReadonlySet<string> = new Set(['tenant-missing', 'tenant-empty', 'tenant-not-uuid']);

function titleOf(title: string, warnings: number): string {
  if (warnings === 0) return title;
  return `${title}, with ${warnings === 1 ? 'a warning' : `${warnings} warnings`}`;
}

/** Without duplicates. */
function citationsOf(all: readonly Citation[]): Citation[] {
  return all.filter(({ title }, i) => all.findIndex((each) => each.title === title) === i);
}
