// The attempts that the selected exchange is one of, drawn over time, and what is to be said of how they were made.

import type { EvaluatedFinding } from '../../../core/rules/sequences/run-sequence-rules.ts';
import type { Attempts as Chain } from '../../../core/session/attempts.ts';
import { CitationLine } from '../../ui/Citation.tsx';
import { RelatedExchanges } from '../../ui/ExchangeLinks.tsx';
import { InlineCode } from '../../ui/InlineCode.tsx';
import { ToneIcon } from '../../ui/icons.tsx';
import { AttemptsTimeline } from './AttemptsTimeline.tsx';

interface AttemptsProps {
  chain: Chain | undefined;
  judged: readonly EvaluatedFinding[];
  selected: number;
}

export function Attempts({ chain, judged, selected }: AttemptsProps) {
  return (
    <section class="attempts" aria-label="Attempts">
      {chain && (
        <>
          <h2>
            Attempt {chain.index + 1} of {chain.calls.length}
          </h2>
          <AttemptsTimeline calls={chain.calls} selected={selected} />
        </>
      )}
      <h2>
        Judgement <span class="subtle">{judged.length === 0 ? 'nothing to say about this sequence' : ''}</span>
      </h2>
      {judged.length > 0 && (
        <ul class="findings" aria-label="Judgement">
          {judged.map((each, i) => (
            <li key={i} data-finding={each.rule.id} data-severity={each.severity}>
              <ToneIcon tone={each.severity} />
              <div>
                <p>
                  <strong>{each.rule.title}</strong>
                </p>
                <p>
                  <InlineCode text={each.observed} />.
                </p>
                <p>
                  <InlineCode text={each.recommendation} />{' '}
                  <RelatedExchanges ids={each.relatedIds.filter((id) => id !== selected).slice(0, 4)} />{' '}
                  <span class="subtle">
                    <CitationLine source={each.citation} />
                  </span>
                </p>
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
