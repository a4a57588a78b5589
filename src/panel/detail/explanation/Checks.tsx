// What the checks found in this exchange.

import type { Analysis } from '../../../core/rules/analyze.ts';
import type { CheckFinding } from '../../../core/rules/run-checks/run-checks.ts';
import { plural } from '../../../core/text/plural.ts';
import { Confidence } from '../../ui/Confidence.tsx';
import { Finding } from '../../ui/Finding.tsx';
import { FindingLocation } from '../../ui/FindingLocation.tsx';
import { InlineCode } from '../../ui/InlineCode.tsx';
import { ReferenceLink } from '../../ui/ReferenceLink.tsx';

export function Checks({ analysis: { findings, causes } }: { analysis: Analysis }) {
  // Findings that are already shown as a cause are not repeated in full.
  const shownAbove = new Set(causes.flatMap(({ finding }) => finding ?? []));
  return (
    <section class="checks">
      <h2>
        Checks <span class="subtle">{summary(findings)}</span>
      </h2>
      {findings.length > 0 && (
        <ul class="findings" aria-label="Checks">
          {findings.map((finding, i) => (
            <CheckItem key={i} finding={finding} isShownAbove={shownAbove.has(finding)} />
          ))}
        </ul>
      )}
    </section>
  );
}

function CheckItem({ finding, isShownAbove }: { finding: CheckFinding; isShownAbove: boolean }) {
  const { ruleId, title, location, certainty, observed, expected, acceptedByXero } = finding;
  return (
    <Finding
      finding={finding}
      isCollapsed={isShownAbove}
      title={<ReferenceLink to={`check/${ruleId}`}>{title}</ReferenceLink>}
      aside={
        <>
          {location && <FindingLocation location={location} />}{' '}
          {isShownAbove ? <span class="subtle">see above</span> : <Confidence sure={certainty} />}
        </>
      }
      observation={
        <>
          <span class="label">Observed:</span> <InlineCode text={observed} />. <span class="label">Expected:</span>{' '}
          <InlineCode text={expected} />.{acceptedByXero && ' Xero accepted it anyway.'}
        </>
      }
    />
  );
}

function summary(findings: readonly CheckFinding[]): string {
  const counts = (['error', 'warning', 'note'] as const).map((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? '' : plural(count, severity);
  });
  return counts.filter(Boolean).join(', ') || 'no issues found';
}
