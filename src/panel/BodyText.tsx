// A body as text: JSON laid out with the fields at fault marked, anything else as it came. Shown in portions, whatever its size.

import { useMemo, useState } from 'preact/hooks';
import { count } from './format.ts';
import { jsonLines, type Line, type Mark } from './json-lines.ts';

const linesAtOnce = 500;
const charactersAtOnce = 20_000;

export function BodyText({ text, marks }: { text: string; marks: readonly Mark[] }) {
  const lines = useMemo(() => jsonLines(text, marks), [text, marks.map((mark) => mark.pointer).join()]);
  return lines ? <JsonText lines={lines} /> : <PlainText text={text} />;
}

function JsonText({ lines }: { lines: readonly Line[] }) {
  const lastMarked = lines.findLastIndex((line) => line.mark !== undefined);
  const [most, setMost] = useState(Math.max(linesAtOnce, lastMarked + 1));
  return (
    <>
      <pre class="body-text">
        {lines.slice(0, most).map((line, i) => (
          <JsonLine key={i} line={line} />
        ))}
      </pre>
      {lines.length > most && (
        <More left={lines.length - most} unit="lines" onMore={() => setMost(most + linesAtOnce)} />
      )}
    </>
  );
}

function JsonLine({ line: { pieces, mark } }: { line: Line }) {
  return (
    <div class={mark === undefined ? 'line' : 'line marked'}>
      {pieces.map((piece, i) =>
        piece.kind === 'plain' ? (
          piece.text
        ) : (
          <span key={i} class={`json-${piece.kind}`}>
            {piece.text}
          </span>
        ),
      )}
      {mark !== undefined && (
        <span class="mark" role="note">
          {mark.slice(0, 300)}
        </span>
      )}
    </div>
  );
}

function PlainText({ text }: { text: string }) {
  const [most, setMost] = useState(charactersAtOnce);
  return (
    <>
      <pre class="body-text wrap">{text.slice(0, most)}</pre>
      {text.length > most && (
        <More left={text.length - most} unit="characters" onMore={() => setMost(most + charactersAtOnce)} />
      )}
    </>
  );
}

function More({ left, unit, onMore }: { left: number; unit: string; onMore: () => void }) {
  return (
    <button type="button" class="more" onClick={onMore}>
      Show more ({count(left)} {unit} left)
    </button>
  );
}
