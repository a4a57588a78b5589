// A text that the browser would not put onto the clipboard.

import { useEffect, useRef } from 'preact/hooks';
import type { DialogProps } from '../ui/Dialog.tsx';
import { copyToClipboard, fallbackText } from './copy-to-clipboard.ts';

export function Content({ state }: DialogProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const text = fallbackText.value;
  useEffect(() => field.current?.select(), [text]);
  // The dialog outlives a panel that is docked anew, its text does not.
  if (text === '') return <p>The text is gone. Choose it again from the menu.</p>;
  const copyAgain = () => {
    state.openDialog(undefined);
    copyToClipboard(state, text, 'Copied.');
  };
  return (
    <>
      <p role="alert">The browser refused the clipboard. Try again, or copy the text by hand.</p>
      <textarea class="by-hand" readOnly aria-label="Text to copy" rows={12} value={text} ref={field} />
      <p>
        <button type="button" class="button" onClick={copyAgain}>
          Copy again
        </button>
      </p>
    </>
  );
}
