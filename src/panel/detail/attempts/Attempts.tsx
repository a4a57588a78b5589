// The attempts that the selected exchange is one of, drawn over time, and what is to be said of how they were made.

import type { Finding as FindingData } from '../../../core/model/finding.ts';
import type { Attempts as Chain } from '../../../core/session/attempts.ts';
import { Finding } from '../../ui/Finding.tsx';
import { AttemptsTimeline } from './AttemptsTimeline.tsx';

interface AttemptsProps {
  chain: Chain | undefined;
  judged: readonly FindingData[];
  selected: number;
}

export function Attempts({ chain, judged, selected }: AttemptsProps) {
  return (
    <section class="attempts" aria-label="Attempts">
      {chain && (
        <>
          <h2>
            Attempt {chain.index + 1} of {chain.exchanges.length}
          </h2>
          <AttemptsTimeline exchanges={chain.exchanges} selected={selected} />
        </>
      )}
      <h2>
        Judgement <span class="subtle">{judged.length === 0 ? 'nothing to say about this sequence' : ''}</span>
      </h2>
      {judged.length > 0 && (
        <ul class="findings" aria-label="Judgement">
          {judged.map((finding, i) => (
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
