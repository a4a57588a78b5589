// Leads from a call that failed to what it did otherwise than one that worked.

import { clockTime } from '../core/clock-time.ts';
import type { Exchange } from '../core/exchange.ts';
import type { Comparable } from '../core/insight.ts';
import { hasFailed } from '../core/outcome.ts';
import { usePanelState } from './state-context.ts';

export function CompareLine({ exchange, comparable }: { exchange: Exchange; comparable: Comparable | undefined }) {
  const { compareWith } = usePanelState().selection;
  if (!comparable?.endedOtherwise || !hasFailed(exchange)) return null;
  const { id, startedMs } = comparable.exchange;
  return (
    <p>
      <button type="button" class="link" onClick={() => compareWith(id)}>
        Compare with the call that worked at {clockTime(startedMs)}
      </button>
    </p>
  );
}
