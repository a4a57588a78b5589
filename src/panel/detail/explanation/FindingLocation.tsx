// Where a check saw what it saw; a place in a body leads there.

import type { Where } from '../../../core/rules/checks/check.ts';
import { clip } from '../../lib/format.ts';
import { usePanelState } from '../../state/state-context.ts';

export function FindingPlace({ where }: { where: Where }) {
  const { show } = usePanelState().selection;
  if (where.in === 'call') return null;
  if ('name' in where) {
    return (
      <span class="subtle">
        {where.in} <code>{clip(where.name, 80)}</code>
      </span>
    );
  }
  const { in: part, pointer } = where;
  return (
    <span class="subtle">
      {part === 'request' ? 'body' : 'answer'}{' '}
      <button type="button" class="place" onClick={() => show({ part, pointer })}>
        {pointer === '' ? 'whole' : clip(pointer, 120)}
      </button>
    </span>
  );
}
