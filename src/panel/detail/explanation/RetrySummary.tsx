// Says in one line that a call is one of several attempts, and whether their sequence deserves a word.

import type { Finding } from '../../../core/model/finding.ts';
import type { Attempts } from '../../../core/session/attempts.ts';
import { usePanelState } from '../../state/state-context.ts';
import { ToneIcon } from '../../ui/icons.tsx';

export function RetrySummary({ chain, judged }: { chain: Attempts | undefined; judged: readonly Finding[] }) {
  const { openTab } = usePanelState().selection;
  const [worst] = judged;
  if (chain === undefined && worst === undefined) return null;
  const parts = [
    ...(chain ? [`Attempt ${chain.index + 1} of ${chain.exchanges.length}`] : []),
    ...new Set(judged.map(({ title }) => title.toLowerCase())),
  ];
  return (
    <p class="sequence-line">
      {worst && <ToneIcon tone={worst.severity} />}
      <button type="button" class="link" onClick={() => openTab('attempts')}>
        {capital(parts.join('; '))}
      </button>
    </p>
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
