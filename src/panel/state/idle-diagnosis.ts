// Diagnoses what the log holds while nothing else is to be done: sorting and searching by diagnosis need all of it at once.

import type { Exchange } from '../../core/model/exchange.ts';
import type { PanelState } from './panel-state.ts';

/** The returned function ends it. */
export function diagnoseWhenIdle({ log, diagnosisOf }: Pick<PanelState, 'log' | 'diagnosisOf'>): () => void {
  let waiting: Exchange[] = [...log.exchanges];
  let idle = 0;
  const work = (deadline: IdleDeadline) => {
    idle = 0;
    while (waiting.length > 0 && deadline.timeRemaining() > 1) {
      const exchange = waiting.pop() as Exchange;
      // It may have been replaced or dropped meanwhile.
      if (log.get(exchange.id) === exchange) diagnosisOf(exchange);
    }
    if (waiting.length > 0) idle = requestIdleCallback(work);
  };
  if (waiting.length > 0) idle = requestIdleCallback(work);
  const unsubscribe = log.subscribe((change) => {
    if (change.kind === 'clear') waiting = [];
    if (change.kind === 'put') waiting.push(change.exchange);
    if (change.kind === 'putAll') waiting = waiting.concat(change.exchanges);
    if (waiting.length > 0 && idle === 0) idle = requestIdleCallback(work);
  });
  return () => {
    unsubscribe();
    cancelIdleCallback(idle);
  };
}
