// What the checks saw in this call: where, what, what is expected, how sure it is and where that is known from.

import type { Insight } from '../../../core/rules/analyze.ts';
import type { Finding } from '../../../core/rules/checks/run-checks.ts';
import { SourceLine } from '../../ui/Citation.tsx';
import { Certainty } from '../../ui/Confidence.tsx';
import { ExchangeLinks } from '../../ui/ExchangeLinks.tsx';
import { Words } from '../../ui/InlineCode.tsx';
import { ToneIcon } from '../../ui/icons.tsx';
import { ReferenceLink } from '../../ui/ReferenceLink.tsx';
import { FindingPlace } from './FindingLocation.tsx';

export function Checks({ insight: { findings, causes } }: { insight: Insight }) {
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
                  <FindingPlace where={finding.where} />{' '}
                  {told.has(finding) ? <span class="subtle">as told above</span> : <Certainty sure={finding.sure} />}
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

function Particulars({ finding: { saw, expected, fix, source, rests, accepted } }: { finding: Finding }) {
  return (
    <>
      <p>
        <span class="label">Seen:</span> <Words text={saw} />. <span class="label">Expected:</span>{' '}
        <Words text={expected} />.{accepted && ' Xero accepted it all the same.'}
      </p>
      <p>
        <Words text={fix} /> <ExchangeLinks ids={rests ?? []} />{' '}
        <span class="subtle">
          <SourceLine source={source} />
        </span>
      </p>
    </>
  );
}

function summary(findings: readonly Finding[]): string {
  const counts = (['error', 'warning', 'note'] as const).map((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? '' : `${count} ${severity}${count === 1 ? '' : 's'}`;
  });
  return counts.filter(Boolean).join(', ') || 'nothing to say about this call';
}
