// The last action, at the foot of the panel and announced to screen readers.

import { usePanelState } from '../state/state-context.ts';

/** A dialog has its own message: an open dialog makes the rest of the panel inert, for screen readers too. */
export function StatusMessage({ inDialog = false }: { inDialog?: boolean }) {
  const { dialog, statusMessage } = usePanelState();
  const isActive = inDialog === (dialog.value !== undefined);
  return (
    <output class={inDialog ? 'status-message in-dialog' : 'status-message'}>
      {isActive && statusMessage.text.value}
    </output>
  );
}
