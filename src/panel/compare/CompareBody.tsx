// Two formatted bodies side by side, with their differences highlighted.

import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Body } from '../../core/model/exchange.ts';
import { useFormattedBody } from '../body/BodyView.tsx';
import type { MergeEditor } from '../body/editor/merge-editor.ts';
import type { FormattedText } from '../body/json/format-json.ts';
import { lazyModule } from '../lib/lazy-module.ts';
import { LoadError } from '../ui/Lazy.tsx';

const editorCode = lazyModule(() => import('../body/editor/merge-editor.ts'));

interface CompareBodyProps {
  title: string;
  a: Body;
  b: Body;
  /** The labels of the two exchanges. */
  sides: readonly [string, string];
  onlyDifferences: boolean;
}

/** For longer bodies, only the table of differences is shown. */
const MAX_SHOWN_CHARS = 1_000_000;

/** Renders nothing if either body isn't text, or if only differences are shown and there are none. */
export function CompareBody({ a, b, ...rest }: CompareBodyProps) {
  if (a.kind !== 'text' || b.kind !== 'text' || (rest.onlyDifferences && a.text === b.text)) return null;
  if (Math.max(a.text.length, b.text.length) > MAX_SHOWN_CHARS) {
    return <p class="subtle">The bodies are too long to show side by side.</p>;
  }
  return <SideBySide a={a.text} b={b.text} {...rest} />;
}

type SideBySideProps = Omit<CompareBodyProps, 'a' | 'b'> & { a: string; b: string };

function SideBySide({ a, b, ...rest }: SideBySideProps) {
  const [layoutA, layoutB] = [useFormattedBody(a, []).layout, useFormattedBody(b, []).layout];
  const code = editorCode.use();
  if (code === 'failed') return <LoadError name="the body viewer" />;
  if (code === 'loading' || layoutA === undefined || layoutB === undefined) {
    return (
      <p class="subtle" role="status">
        Formatting…
      </p>
    );
  }
  return <Editor a={layoutA} b={layoutB} create={code.createMergeEditor} {...rest} />;
}

interface EditorProps extends Omit<CompareBodyProps, 'a' | 'b'> {
  a: FormattedText;
  b: FormattedText;
  create: typeof import('../body/editor/merge-editor.ts').createMergeEditor;
}

/** In a narrower panel the differences are shown inline. */
const MIN_SIDE_BY_SIDE_PX = 520;

function Editor({ title, a, b, sides, onlyDifferences, create }: EditorProps) {
  const container = useRef<HTMLDivElement>(null);
  const [isNarrow, setNarrow] = useState<boolean>();
  const [isBroken, setBroken] = useState(false);
  useLayoutEffect(() => {
    const element = container.current as HTMLDivElement;
    const measure = () => setNarrow(element.clientWidth < MIN_SIDE_BY_SIDE_PX);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  useLayoutEffect(() => {
    if (isNarrow === undefined) return;
    setBroken(false);
    let editor: MergeEditor | undefined;
    try {
      const labelledSides = [
        { label: `${title} of ${sides[0]}`, layout: a },
        { label: `${title} of ${sides[1]}`, layout: b },
      ] as const;
      editor = create(container.current as HTMLDivElement, labelledSides, { isNarrow, onlyDifferences });
    } catch (error) {
      console.error(error);
      setBroken(true);
    }
    return () => editor?.destroy();
  }, [a, b, isNarrow, onlyDifferences, ...sides]);
  return (
    <>
      {isNarrow && (
        <p class="subtle">
          − is {sides[0]}, + is {sides[1]}.
        </p>
      )}
      {isBroken && <p role="alert">Couldn’t show the bodies side by side.</p>}
      <div class="merge" ref={container} />
    </>
  );
}
