// Where a finding was observed. A location in a body links to it.

import type { Location } from '../../core/model/finding.ts';
import { truncate } from '../lib/format.ts';
import { usePanelState } from '../state/state-context.ts';

export function FindingLocation({ location }: { location: Location }) {
  const { openLocation } = usePanelState().selection;
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
      {part === 'request' ? 'request body' : 'response body'}{' '}
      <button type="button" class="place" onClick={() => openLocation({ part, pointer })}>
        {pointer === '' ? 'whole' : truncate(pointer, 120)}
      </button>
    </span>
  );
}
