// Links to related exchanges.

import { clockTime } from '../../core/text/clock-time.ts';
import { usePanelState } from '../state/state-context.ts';

export function RelatedExchanges({ ids }: { ids: readonly number[] }) {
  const { log, selection } = usePanelState();
  return (
    <>
      {ids.map((id) => {
        const exchange = log.get(id);
        if (exchange === undefined) return null;
        const { match, request, response, startedMs } = exchange;
        return (
          <button type="button" key={id} class="place exchange-link" onClick={() => selection.select(id)}>
            {clockTime(startedMs)} {match.operation ?? request.method} {response.status || '–'}
          </button>
        );
      })}
    </>
  );
}
