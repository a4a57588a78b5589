// The foot of the panel: how much there is, and what was let go.

import { bytes, count } from '../lib/format.ts';
import { lazyCode } from '../lib/lazy-module.ts';
import type { PanelState } from '../state/panel-state.ts';

const suggestionCode = lazyCode(() => import('./MappingSuggestion.tsx'));

export function StatusBar({ state }: { state: PanelState }) {
  state.drawn.value;
  const { exchanges, totals } = state.log;
  const shown = state.filter.shown.value;
  const parts = [
    shown.length === exchanges.length
      ? `${count(exchanges.length)} ${exchanges.length === 1 ? 'exchange' : 'exchanges'}`
      : `${count(shown.length)} of ${count(exchanges.length)} exchanges`,
    `${count(totals.failed)} failed`,
    `bodies ${bytes(totals.bodyBytes)} of ${bytes(totals.mostBodyBytes)}`,
  ];
  if (!state.isRecording.value) parts.push('not recording');
  if (totals.released > 0) parts.push(`${count(totals.released)} ${totals.released === 1 ? 'body' : 'bodies'} dropped`);
  if (totals.dropped > 0) parts.push(`${count(totals.dropped)} oldest dropped`);
  return (
    <footer class="status-bar">
      {parts.map((part) => (
        <span key={part}>{part}</span>
      ))}
      {state.heard.suggestions.length > 0 && <Suggestion state={state} />}
      {exchanges.length > 0 && (
        <button type="button" class="link" onClick={() => state.openDialog('missing-call')}>
          Why is my call not listed?
        </button>
      )}
    </footer>
  );
}

function Suggestion({ state }: { state: PanelState }) {
  const code = suggestionCode.use();
  return typeof code === 'string' ? null : <code.SuggestionLine state={state} />;
}
