// A link to an entry of the reference.

import { usePanelState } from '../state/state-context.ts';

/** `to` is the entry's id, such as `operation/createTask`. */
export function ReferenceLink({ to, children }: { to: string; children: string }) {
  const { openReference } = usePanelState();
  return (
    <button
      type="button"
      class="link"
      aria-label={`Reference: ${children}`}
      title="Open in the reference"
      onClick={() => openReference(to)}
    >
      {children}
    </button>
  );
}
