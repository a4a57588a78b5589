// What the checks saw in this call: where, what, what is expected, how sure it is and where that is known from.

import type { Analysis } from '../../../core/rules/analyze.ts';
import type { Finding } from '../../../core/rules/checks/run-checks.ts';
import { plural } from '../../../core/text/plural.ts';
import { CitationLine } from '../../ui/Citation.tsx';
import { Confidence } from '../../ui/Confidence.tsx';
import { RelatedExchanges } from '../../ui/ExchangeLinks.tsx';
import { InlineCode } from '../../ui/InlineCode.tsx';
import { ToneIcon } from '../../ui/icons.tsx';
import { ReferenceLink } from '../../ui/ReferenceLink.tsx';
import { FindingLocation } from './FindingLocation.tsx';

export function Checks({ insight: { findings, causes } }: { insight: Analysis }) {
  // Those that stand above as a cause are not spelt out twice.
  const told = new Set(causes.flatMap(({ finding }) => finding ?? []));
  return (
    <section class="checks">
      <h2>
        Checks <span class="subtle">{summary(findings)}</span>
      </h2>
      {findings.length > 0 && (
        <ul class="findings" aria-label="Checks">
          {findings.map((finding, i) => (
            <li key={i} data-check={finding.check.id} data-severity={finding.severity}>
              <ToneIcon tone={finding.severity} />
              <div>
                <p>
                  <strong>
                    <ReferenceLink to={`check/${finding.check.id}`}>{finding.check.title}</ReferenceLink>
                  </strong>{' '}
                  <FindingLocation location={finding.location} />{' '}
                  {told.has(finding) ? (
                    <span class="subtle">as told above</span>
                  ) : (
                    <Confidence sure={finding.certainty} />
                  )}
                </p>
                {!told.has(finding) && <Particulars finding={finding} />}
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Particulars({
  finding: { observed, expected, fix, citation, relatedIds, acceptedByXero },
}: {
  finding: Finding;
}) {
  return (
    <>
      <p>
        <span class="label">Seen:</span> <InlineCode text={observed} />. <span class="label">Expected:</span>{' '}
        <InlineCode text={expected} />.{acceptedByXero && ' Xero accepted it all the same.'}
      </p>
      <p>
        <InlineCode text={fix} /> <RelatedExchanges ids={relatedIds ?? []} />{' '}
        <span class="subtle">
          <CitationLine source={citation} />
        </span>
      </p>
    </>
  );
}

function summary(findings: readonly Finding[]): string {
  const counts = (['error', 'warning', 'note'] as const).map((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? '' : plural(count, severity);
  });
  return counts.filter(Boolean).join(', ') || 'nothing to say about this call';
}
