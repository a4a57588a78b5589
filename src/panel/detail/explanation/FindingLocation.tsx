// Where a check saw what it saw; a place in a body leads there.

import type { Location } from '../../../core/rules/checks/check.ts';
import { truncate } from '../../lib/format.ts';
import { usePanelState } from '../../state/state-context.ts';

export function FindingLocation({ location }: { location: Location }) {
  const { openLocation } = usePanelState().selection;
  if (location.in === 'call') return null;
  if ('name' in location) {
    return (
      <span class="subtle">
        {location.in} <code>{truncate(location.name, 80)}</code>
      </span>
    );
  }
  const { in: part, pointer } = location;
  return (
    <span class="subtle">
      {part === 'request' ? 'body' : 'answer'}{' '}
      <button type="button" class="place" onClick={() => openLocation({ part, pointer })}>
        {pointer === '' ? 'whole' : truncate(pointer, 120)}
      </button>
    </span>
  );
}
