// Diagnoses the log in idle time, so that sorting and filtering by diagnosis don't have to diagnose it all at once.

import type { Exchange } from '../../core/model/exchange.ts';
import type { PanelState } from './panel-state.ts';

/** Returns a function that stops it. */
export function diagnoseWhenIdle({ log, diagnosisOf }: Pick<PanelState, 'log' | 'diagnosisOf'>): () => void {
  let waiting: Exchange[] = [...log.exchanges];
  let idle = 0;
  const work = (deadline: IdleDeadline) => {
    idle = 0;
    while (waiting.length > 0 && deadline.timeRemaining() > 1) {
      const exchange = waiting.pop() as Exchange;
      // It may have been replaced or evicted meanwhile.
      if (log.get(exchange.id) === exchange) diagnosisOf(exchange);
    }
    if (waiting.length > 0) idle = requestIdleCallback(work);
  };
  if (waiting.length > 0) idle = requestIdleCallback(work);
  const unsubscribe = log.subscribe((change) => {
    if (change.kind === 'clear') waiting = [];
    if (change.kind === 'upsert') waiting.push(change.exchange);
    if (change.kind === 'append') waiting = waiting.concat(change.exchanges);
    if (waiting.length > 0 && idle === 0) idle = requestIdleCallback(work);
  });
  return () => {
    unsubscribe();
    cancelIdleCallback(idle);
  };
}
