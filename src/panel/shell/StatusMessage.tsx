// What was last done, in a word, at the foot of whatever is shown; a screen reader says it when it comes.

import type { PanelState } from '../state/panel-state.ts';

interface SaidProps {
  state: PanelState;
  /** A dialog has one of its own: while it is open, what lies below it is out of reach for a screen reader too. */
  inDialog?: boolean;
}

export function StatusMessage({ state, inDialog = false }: SaidProps) {
  const isHere = inDialog === (state.dialog.value !== undefined);
  return (
    <output class={inDialog ? 'last-said in-dialog' : 'last-said'}>{isHere && state.statusMessage.text.value}</output>
  );
}
