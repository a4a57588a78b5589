// A body as text of any size: formatted JSON with annotations and search, in an editor that is loaded on first use.

import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { startTimeSliced } from '../../core/scheduling/time-slicing.ts';
import { formatInteger } from '../../core/text/format-number.ts';
import { lazyModule } from '../lib/lazy-module.ts';
import type { ActiveSearch } from '../state/search-state.ts';
import { usePanelState } from '../state/state-context.ts';
import { loadErrorText } from '../ui/Lazy.tsx';
import { ToolButton } from '../ui/ToolButton.tsx';
import type { Annotation, FieldLookup } from './editor/annotation.ts';
import type { BodyEditor } from './editor/body-editor.ts';
import { type FormattedText, formatJson } from './json/format-json.ts';
import type { TextRange } from './json/types.ts';

/** Several times the size of the rest of the panel. */
const editorCode = lazyModule(() => import('./editor/body-editor.ts'));

interface BodyViewProps {
  /** Its accessible name. */
  readonly label: string;
  readonly text: string;
  readonly annotations: readonly Annotation[];
  /** Revealed once per object. */
  readonly target?: { readonly pointer: string } | undefined;
  readonly fieldAt?: FieldLookup | undefined;
  /** The search over all requests, and its current match in this text. */
  readonly search?: ActiveSearch | undefined;
  readonly hit?: TextRange | undefined;
  /** The key of the saved scroll position. */
  readonly scrollKey: string;
}

export function BodyView(props: BodyViewProps) {
  const { text, annotations, target } = props;
  const pointers = annotations.map(({ pointer }) => pointer);
  const { layout, percent } = useFormattedBody(text, target ? [...pointers, target.pointer] : pointers);
  const code = editorCode.use();
  const [hasFailed, setFailed] = useState(false);
  if (hasFailed || code === 'failed') return <PlainText text={text} />;
  if (layout === undefined) {
    return (
      <p class="subtle" role="status">
        Formatting… <span aria-hidden="true">{percent}%</span>
      </p>
    );
  }
  if (code === 'loading') return <pre class="plain-text">{startOf(layout)}</pre>;
  return <Editor {...props} layout={layout} create={code.createBodyEditor} onError={() => setFailed(true)} />;
}

/** A hook. Formats the text again for other pointers; the previous result of the same text stays until then. */
export function useFormattedBody(
  text: string,
  pointers: readonly string[],
): { layout: FormattedText | undefined; percent: number } {
  const [done, setDone] = useState<{ text: string; layout: FormattedText }>();
  const [percent, setPercent] = useState(0);
  useLayoutEffect(
    () =>
      startTimeSliced(formatJson(text, [...new Set(pointers)]), {
        onProgress: (share) => setPercent(Math.floor(share * 100)),
        onDone: (layout) => setDone({ text, layout }),
      }),
    [text, pointers.join('\n')],
  );
  return { layout: done?.text === text ? done.layout : undefined, percent };
}

interface EditorProps extends BodyViewProps {
  readonly layout: FormattedText;
  readonly create: typeof import('./editor/body-editor.ts').createBodyEditor;
  readonly onError: () => void;
}

function Editor(props: EditorProps) {
  const { label, text, layout, annotations, target, fieldAt, scrollKey, search, hit, create, onError } = props;
  const { scrollPositions } = usePanelState().selection;
  const container = useRef<HTMLDivElement>(null);
  const editor = useRef<BodyEditor>(null);
  const revealed = useRef<BodyViewProps['target']>(undefined);
  const docs = useRef(fieldAt);
  docs.current = fieldAt;
  const attempt = (work: () => void) => {
    try {
      work();
    } catch (error) {
      console.error(error);
      onError();
    }
  };
  useLayoutEffect(() => {
    attempt(() => {
      editor.current = create(container.current as HTMLDivElement, {
        label,
        text,
        layout,
        fieldAt: (path) => docs.current?.(path),
        top: scrollPositions.get(scrollKey),
        onScroll: (top) => scrollPositions.set(scrollKey, top),
      });
    });
    return () => editor.current?.destroy();
  }, [text]);
  // The array is new with every render.
  const annotationsJson = JSON.stringify(annotations);
  useLayoutEffect(
    () => attempt(() => editor.current?.setAnnotations(annotations, layout.ranges)),
    [text, layout, annotationsJson],
  );
  useLayoutEffect(() => {
    const isPointerPending = layout.isJson && target !== undefined && !layout.ranges.has(target.pointer);
    if (target === undefined || target === revealed.current || isPointerPending) return;
    revealed.current = target;
    attempt(() => editor.current?.revealPointer(target.pointer));
  }, [text, layout, target]);
  useLayoutEffect(() => attempt(() => editor.current?.setSearch(search, hit)), [text, search, hit]);
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
      <div class="source" ref={container} />
    </>
  );
}

/** Shown without the editor. */
const PLAIN_TEXT_CHARS = 20_000;

function PlainText({ text }: { text: string }) {
  return (
    <>
      <p role="alert">
        {loadErrorText('the body viewer')} This is the raw body
        {text.length > PLAIN_TEXT_CHARS &&
          `, the first ${formatInteger(PLAIN_TEXT_CHARS)} of ${formatInteger(text.length)} characters`}
        .
      </p>
      <pre class="plain-text wrap">{text.slice(0, PLAIN_TEXT_CHARS)}</pre>
    </>
  );
}

/** Enough to fill the view while the editor is loading. */
function startOf({ lines }: FormattedText): string {
  return lines.slice(0, 100).join('\n').slice(0, PLAIN_TEXT_CHARS);
}
