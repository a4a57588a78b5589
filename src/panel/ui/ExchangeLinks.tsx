// Links to related exchanges.

import { Fragment } from 'preact';
import { clockTime } from '../../core/text/clock-time.ts';
import { usePanelState } from '../state/state-context.ts';

/** Skips those that are no longer in the log. */
export function RelatedExchanges({ ids }: { ids: readonly number[] }) {
  const { log, selection } = usePanelState();
  const exchanges = ids.flatMap((id) => log.get(id) ?? []);
  return (
    <>
      {exchanges.map(({ id, match, request, response, startedMs }, i) => (
        <Fragment key={id}>
          {i > 0 && ', '}
          <button type="button" class="place" onClick={() => selection.select(id)}>
            {clockTime(startedMs)} {match.operation ?? request.method} {response.status || '–'}
          </button>
        </Fragment>
      ))}
    </>
  );
}
