// One line about the attempts that include the exchange, and the problems with how they were made.

import type { Finding } from '../../../core/model/finding.ts';
import type { Attempts } from '../../../core/session/attempts.ts';
import { usePanelState } from '../../state/state-context.ts';
import { ToneIcon } from '../../ui/icons.tsx';

export function RetrySummary({ chain, findings }: { chain: Attempts | undefined; findings: readonly Finding[] }) {
  const { openTab } = usePanelState().selection;
  const [worst] = findings;
  if (chain === undefined && worst === undefined) return null;
  const parts = [
    ...(chain ? [`Attempt ${chain.index + 1} of ${chain.exchanges.length}`] : []),
    ...new Set(findings.map(({ title }) => title.toLowerCase())),
  ];
  return (
    <p class="sequence-line">
      {worst && <ToneIcon tone={worst.severity} />}
      <button type="button" class="link" onClick={() => openTab('attempts')}>
        {capitalize(parts.join(', '))}
      </button>
    </p>
  );
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
