// Shows a text that the browser refused to copy.

import { useEffect, useRef } from 'preact/hooks';
import { usePanelState } from '../state/state-context.ts';

export function Content() {
  const state = usePanelState();
  const field = useRef<HTMLTextAreaElement>(null);
  const text = state.refusedText.value;
  useEffect(() => field.current?.select(), [text]);
  // Docking remounts the panel: the dialog reopens, but the text is lost.
  if (text === '') return <p>The text is no longer available. Copy it again from the menu.</p>;
  const copyAgain = () => {
    state.openDialog(undefined);
    state.copyToClipboard(text, 'Copied.');
  };
  return (
    <>
      <p role="alert">The browser denied clipboard access. Try again, or copy the text below.</p>
      <textarea class="by-hand" readOnly aria-label="Text to copy" value={text} ref={field} />
      <p>
        <button type="button" class="button" onClick={copyAgain}>
          Try again
        </button>
      </p>
    </>
  );
}
