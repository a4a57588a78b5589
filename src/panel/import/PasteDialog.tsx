// Imports a pasted response, which is then explained like a captured one.

import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { usePanelState } from '../state/state-context.ts';

export function Content() {
  const { drafts, importer, openDialog } = usePanelState();
  const [text, setText] = useState(drafts.pasted);
  const field = useRef<HTMLTextAreaElement>(null);
  const write = (next: string) => {
    drafts.pasted = next;
    setText(next);
  };
  useLayoutEffect(() => field.current?.focus(), []);
  return (
    <form
      class="paste"
      onSubmit={(event) => {
        event.preventDefault();
        importer.text(text);
        write('');
        openDialog(undefined);
      }}
    >
      <p>
        Paste the output of <code>curl -i</code> or <code>curl -v</code>, a raw HTTP response, a response body, or a
        HAR.
      </p>
      <textarea
        ref={field}
        aria-label="Response"
        spellcheck={false}
        placeholder={example}
        value={text}
        onInput={({ currentTarget }) => write(currentTarget.value)}
      />
      <div>
        <button type="submit" class="button primary" disabled={text.trim() === ''}>
          Add to the list
        </button>
      </div>
    </form>
  );
}

const example = `HTTP/1.1 404 Not Found
Content-Type: application/json

{"message":"Project not found"}`;
