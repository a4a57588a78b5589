// A small button that copies one value as it is shown. It is seen where the mouse or the focus is.

import { usePanelState } from '../state/state-context.ts';
import { CopyIcon } from '../ui/icons.tsx';
import { copyToClipboard } from './copy-to-clipboard.ts';

/** `name`: of what the value is. */
export function CopyButton({ name, value }: { name: string; value: string }) {
  const state = usePanelState();
  const label = `Copy value of ${name}`;
  return (
    <button
      type="button"
      class="copy-value"
      aria-label={label}
      title="Copy value"
      onClick={() => copyToClipboard(state, value, 'Copied value.')}
    >
      <CopyIcon />
    </button>
  );
}
