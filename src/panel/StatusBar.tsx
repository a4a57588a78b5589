// The foot of the panel: how much there is, and what was let go.

import { bytes, count } from './format.ts';
import type { PanelState } from './panel-state.ts';

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
  if (totals.released > 0) parts.push(`bodies of ${count(totals.released)} let go`);
  if (totals.dropped > 0) parts.push(`${count(totals.dropped)} oldest dropped`);
  return (
    <footer class="status-bar">
      {parts.map((part) => (
        <span key={part}>{part}</span>
      ))}
      <output class="said">{state.said.value}</output>
    </footer>
  );
}
