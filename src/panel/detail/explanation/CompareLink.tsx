// A link from a failed exchange to its comparison with one that succeeded.

import { hasFailed } from '../../../core/diagnose/outcome.ts';
import type { Exchange } from '../../../core/model/exchange.ts';
import type { Comparable } from '../../../core/rules/analyze.ts';
import { clockTime } from '../../../core/text/clock-time.ts';
import { usePanelState } from '../../state/state-context.ts';

export function CompareLink({ exchange, comparable }: { exchange: Exchange; comparable: Comparable | undefined }) {
  const { compareWith } = usePanelState().selection;
  if (!comparable?.hasOtherOutcome || !hasFailed(exchange)) return null;
  const { id, startedMs } = comparable.exchange;
  return (
    <p>
      <button type="button" class="link" onClick={() => compareWith(id)}>
        Compare with the request that succeeded at {clockTime(startedMs)}
      </button>
    </p>
  );
}
