// A small button that copies one value as shown. Visible on hover and focus.

import { usePanelState } from '../state/state-context.ts';
import { CopyIcon } from '../ui/icons.tsx';

/** `name` completes the label “Copy value of …”. */
export function CopyButton({ name, value }: { name: string; value: string }) {
  const state = usePanelState();
  const label = `Copy value of ${name}`;
  return (
    <button
      type="button"
      class="copy-value"
      aria-label={label}
      title="Copy value"
      onClick={() => state.copyToClipboard(value, 'Value copied.')}
    >
      <CopyIcon />
    </button>
  );
}
