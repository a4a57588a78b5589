// The attempts that include the selected exchange, on a timeline, and the findings about how they were made.

import type { Finding as FindingData } from '../../../core/model/finding.ts';
import type { Attempts as AttemptsData } from '../../../core/session/attempts.ts';
import { Finding } from '../../ui/Finding.tsx';
import { AttemptsTimeline } from './AttemptsTimeline.tsx';

interface AttemptsProps {
  attempts: AttemptsData | undefined;
  findings: readonly FindingData[];
  selected: number;
}

export function Attempts({ attempts, findings, selected }: AttemptsProps) {
  return (
    <section class="attempts" aria-label="Retries">
      {attempts && (
        <>
          <h2>
            Attempt {attempts.index + 1} of {attempts.exchanges.length}
          </h2>
          <AttemptsTimeline exchanges={attempts.exchanges} selected={selected} />
        </>
      )}
      <h2>
        Retry analysis <span class="subtle">{findings.length === 0 ? 'no issues found' : ''}</span>
      </h2>
      {findings.length > 0 && (
        <ul class="findings" aria-label="Retry analysis">
          {findings.map((finding, i) => (
            <Finding
              key={i}
              finding={finding}
              relatedIds={finding.relatedIds.filter((id) => id !== selected).slice(0, 4)}
            />
          ))}
        </ul>
      )}
    </section>
  );
}
