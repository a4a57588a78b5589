// The foot of the exchanges view: how many exchanges there are, how many were evicted, and the whole URL of the selected one.

import { formatInteger } from '../../core/text/format-number.ts';
import { plural } from '../../core/text/plural.ts';
import { formatBytes, truncate } from '../lib/format.ts';
import { pathAndQuery } from '../lib/short-path.ts';
import { usePanelState } from '../state/state-context.ts';
import { lazyComponent } from '../ui/Lazy.tsx';

const MappingSuggestion = lazyComponent(() =>
  import('./MappingSuggestion.tsx').then(({ MappingSuggestion }) => MappingSuggestion),
);

/** A few lines. More would cover the panel, and the request's tab has it whole. */
const MAX_ADDRESS_CHARS = 500;

export function StatusBar() {
  const state = usePanelState();
  state.revision.value;
  const { exchanges, totals } = state.log;
  const shown = state.filter.filtered.value;
  const selected = state.log.get(state.selection.id.value ?? -1);
  const parts = [
    shown.length === exchanges.length
      ? plural(exchanges.length, 'request')
      : `${formatInteger(shown.length)} of ${formatInteger(exchanges.length)} requests`,
    `${formatInteger(totals.failed)} failed`,
    `stored ${formatBytes(totals.bytes)} of ${formatBytes(totals.maxBytes)}`,
  ];
  if (!state.isRecording.value) parts.push('not recording');
  if (totals.evictedBodies > 0) parts.push(`${plural(totals.evictedBodies, 'body', 'bodies')} dropped`);
  if (totals.evictedExchanges > 0) parts.push(`${formatInteger(totals.evictedExchanges)} oldest dropped`);
  return (
    <footer class="status-bar">
      {parts.map((part) => (
        <span key={part}>{part}</span>
      ))}
      {selected && (
        <span class="selected-address" title={truncate(pathAndQuery(selected), MAX_ADDRESS_CHARS)}>
          {truncate(`${selected.request.method} ${pathAndQuery(selected)}`, MAX_ADDRESS_CHARS)}
        </span>
      )}
      {exchanges.length > 0 && state.traffic.suggestions.length > 0 && <MappingSuggestion />}
      {exchanges.length > 0 && (
        <button type="button" class="link" onClick={() => state.openDialog('troubleshooting')}>
          Why isn’t my request listed?
        </button>
      )}
    </footer>
  );
}
