// A body as text, whatever its size: JSON laid out, with marks and search, in an editor that is loaded when it is first needed.

import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { runInSlices } from '../../core/scheduling/time-slicing.ts';
import { count } from '../lib/format.ts';
import { lazyCode } from '../lib/lazy-module.ts';
import type { MarkedSearch } from '../state/search-state.ts';
import { usePanelState } from '../state/state-context.ts';
import { ToolButton } from '../ui/ToolButton.tsx';
import type { FieldAt, SourceMark } from './editor/annotation.ts';
import type { SourceEditor } from './editor/body-editor.ts';
import { type Layout, layOut } from './json/format-json.ts';
import type { Range } from './json/types.ts';

/** Several times the code of the rest of the panel: it is fetched when a body is first shown. */
const editorCode = lazyCode(() => import('./editor/body-editor.ts'));

interface Source {
  /** What a screen reader calls it. */
  readonly label: string;
  readonly text: string;
  readonly marks: readonly SourceMark[];
  /** Gone to when it comes, and again with every new object. */
  readonly place?: { readonly pointer: string } | undefined;
  readonly fieldAt?: FieldAt | undefined;
  /** What is searched for in all calls, and its match in this text that was gone to. */
  readonly search?: MarkedSearch | undefined;
  readonly hit?: Range | undefined;
  /** The name under which it is kept where it was scrolled to. */
  readonly keptAs: string;
}

export function SourceView(source: Source) {
  const { text, marks, place } = source;
  const pointers = marks.map(({ pointer }) => pointer);
  const { layout, percent } = useLayout(text, place ? [...pointers, place.pointer] : pointers);
  const code = editorCode.use();
  const [isBroken, setBroken] = useState(false);
  if (isBroken || code === 'failed') return <PlainText text={text} />;
  if (layout === undefined) {
    return (
      <p class="subtle" role="status">
        Laying out… <span aria-hidden="true">{percent} %</span>
      </p>
    );
  }
  if (code === 'loading') return <pre class="plain-text">{beginningOf(layout)}</pre>;
  return <Editor {...source} layout={layout} create={code.createSourceEditor} onBroken={() => setBroken(true)} />;
}

/** Laid out anew where other places are wanted; what was laid out of the same text stays until that is done. */
export function useLayout(text: string, pointers: readonly string[]): { layout: Layout | undefined; percent: number } {
  const [done, setDone] = useState<{ text: string; layout: Layout }>();
  const [percent, setPercent] = useState(0);
  useLayoutEffect(
    () =>
      runInSlices(layOut(text, [...new Set(pointers)]), {
        onProgress: (share) => setPercent(Math.floor(share * 100)),
        onDone: (layout) => setDone({ text, layout }),
      }),
    [text, pointers.join('\n')],
  );
  return { layout: done?.text === text ? done.layout : undefined, percent };
}

interface EditorSource extends Source {
  readonly layout: Layout;
  readonly create: typeof import('./editor/body-editor.ts').createSourceEditor;
  readonly onBroken: () => void;
}

function Editor(source: EditorSource) {
  const { label, text, layout, marks, place, fieldAt, keptAs, search, hit, create, onBroken } = source;
  const { places } = usePanelState().selection;
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<SourceEditor>(null);
  const goneTo = useRef<Source['place']>(undefined);
  const docs = useRef(fieldAt);
  docs.current = fieldAt;
  const attempt = (work: () => void) => {
    try {
      work();
    } catch (error) {
      console.error(error);
      onBroken();
    }
  };
  useLayoutEffect(() => {
    attempt(() => {
      editor.current = create(host.current as HTMLDivElement, {
        label,
        text,
        layout,
        fieldAt: (path) => docs.current?.(path),
        top: places.get(keptAs),
        onScroll: (top) => places.set(keptAs, top),
      });
    });
    return () => editor.current?.destroy();
  }, [text]);
  // The marks are made anew with every drawing.
  const marksJson = JSON.stringify(marks);
  useLayoutEffect(() => attempt(() => editor.current?.mark(marks, layout.places)), [text, layout, marksJson]);
  useLayoutEffect(() => {
    const isStillToBeFound = layout.isJson && place !== undefined && !layout.places.has(place.pointer);
    if (place === undefined || place === goneTo.current || isStillToBeFound) return;
    goneTo.current = place;
    attempt(() => editor.current?.show(place.pointer));
  }, [text, layout, place]);
  useLayoutEffect(() => attempt(() => editor.current?.find(search, hit)), [text, search, hit]);
  return (
    <>
      <ToolButton
        class="search-body"
        label="Search in the body"
        title="Search (Ctrl+F)"
        onClick={() => editor.current?.openSearch()}
      >
        Search
      </ToolButton>
      <div class="source" ref={host} />
    </>
  );
}

/** Characters shown where there is no editor. */
const plainCharacters = 20_000;

function PlainText({ text }: { text: string }) {
  return (
    <>
      <p role="alert">
        Viewer not loaded. The body is shown as it came
        {text.length > plainCharacters && `, the first ${count(plainCharacters)} of ${count(text.length)} characters`}.
        Close and reopen DevTools to have it laid out again.
      </p>
      <pre class="plain-text wrap">{text.slice(0, plainCharacters)}</pre>
    </>
  );
}

/** As much as is in sight while the editor is loaded. */
function beginningOf({ lines }: Layout): string {
  return lines.slice(0, 100).join('\n').slice(0, plainCharacters);
}
