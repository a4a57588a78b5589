// The attempts that the selected exchange is one of, drawn over time, and what is to be said of how they were made.

import type { Judged } from '../../../core/rules/sequences/run-sequence-rules.ts';
import type { Attempts as Chain } from '../../../core/session/attempts.ts';
import { SourceLine } from '../../ui/Citation.tsx';
import { ExchangeLinks } from '../../ui/ExchangeLinks.tsx';
import { Words } from '../../ui/InlineCode.tsx';
import { ToneIcon } from '../../ui/icons.tsx';
import { AttemptsTimeline } from './AttemptsTimeline.tsx';

interface AttemptsProps {
  chain: Chain | undefined;
  judged: readonly Judged[];
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
            <li key={i} data-finding={each.judgement.id} data-severity={each.severity}>
              <ToneIcon tone={each.severity} />
              <div>
                <p>
                  <strong>{each.judgement.title}</strong>
                </p>
                <p>
                  <Words text={each.saw} />.
                </p>
                <p>
                  <Words text={each.right} />{' '}
                  <ExchangeLinks ids={each.rests.filter((id) => id !== selected).slice(0, 4)} />{' '}
                  <span class="subtle">
                    <SourceLine source={each.source} />
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
