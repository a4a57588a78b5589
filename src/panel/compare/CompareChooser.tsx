// Chooses the exchange to compare with, and whether to show only differences.

import { candidatesFor } from '../../core/compare/choose-counterpart.ts';
import type { Exchange } from '../../core/model/exchange.ts';
import { truncate } from '../lib/format.ts';
import type { PanelState } from '../state/panel-state.ts';
import { usePanelState } from '../state/state-context.ts';
import { exchangeLabel } from './labels.ts';

interface ChooserProps {
  exchange: Exchange;
  other: Exchange;
}

export function CompareChooser({ exchange, other }: ChooserProps) {
  const state = usePanelState();
  state.revision.value;
  const { compare, log } = state;
  const sameOperation = candidatesFor(exchange, log.exchanges);
  const isOffered = (list: readonly Exchange[], id: number) => list.some((each) => each.id === id);
  const visited = compare
    .recent()
    .flatMap((id) => log.get(id) ?? [])
    .filter(({ id }) => id !== exchange.id && !isOffered(sameOperation, id));
  const groups = [
    { title: 'Same operation', exchanges: sameOperation },
    { title: 'Recently selected', exchanges: visited },
    { title: 'Chosen in the list', exchanges: isOffered([...sameOperation, ...visited], other.id) ? [] : [other] },
  ];
  return (
    <div class="compare-bar">
      <label>
        Compare with{' '}
        <select value={other.id} onChange={({ currentTarget }) => compare.choose(Number(currentTarget.value))}>
          {groups
            .filter(({ exchanges }) => exchanges.length > 0)
            .map(({ title, exchanges }) => (
              <optgroup key={title} label={title}>
                {exchanges.map((each) => (
                  <option key={each.id} value={each.id} selected={each.id === other.id}>
                    {exchangeLabel(each, exchange.startedMs)} {titleOf(each, exchange, state)}
                  </option>
                ))}
              </optgroup>
            ))}
        </select>
      </label>
      <label>
        <input
          type="checkbox"
          checked={compare.onlyDifferences.value}
          onChange={({ currentTarget }) => compare.showOnlyDifferences(currentTarget.checked)}
        />{' '}
        Only differences
      </label>
      <span class="subtle compare-hint">
        To compare with another request, Ctrl+click it in the list (⌘+click on a Mac), or select it before this one.
      </span>
    </div>
  );
}

/** Names the operation only if it differs. */
function titleOf(each: Exchange, exchange: Exchange, state: PanelState): string {
  const { title } = state.diagnosisOf(each).row;
  const operation = each.match.operation ?? `${each.request.method} ${each.match.path ?? ''}`;
  return each.match.operation === exchange.match.operation ? title : `${truncate(operation, 60)}, ${title}`;
}
