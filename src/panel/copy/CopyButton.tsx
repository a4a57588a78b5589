// A small button that copies one value as it is shown. It is seen where the mouse or the focus is.

import { usePanelState } from '../state/state-context.ts';
import { CopyIcon } from '../ui/icons.tsx';
import { putOnClipboard } from './copy-to-clipboard.ts';

/** `name`: of what the value is. */
export function CopyValue({ name, value }: { name: string; value: string }) {
  const state = usePanelState();
  const label = `Copy value of ${name}`;
  return (
    <button
      type="button"
      class="copy-value"
      aria-label={label}
      title="Copy value"
      onClick={() => putOnClipboard(state, value, 'Copied value.')}
    >
      <CopyIcon />
    </button>
  );
}
