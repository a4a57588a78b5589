// One entry of the reference, whole.

import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ReferenceEntry } from '../core/reference/entry.ts';
import { EntryWords } from './EntryLink.tsx';
import type { ReferenceView } from './host.ts';
import { BackIcon, CloseIcon, ToneIcon } from './icons.tsx';
import { ReferencePart } from './ReferencePart.tsx';
import { entryOf, kindTitles } from './reference-content.ts';
import type { ReferenceState } from './reference-state.ts';
import { SourceLine } from './SourceLine.tsx';

interface PageProps {
  entry: ReferenceEntry;
  state: ReferenceState;
  view: ReferenceView;
}

export function ReferencePage({ entry, state, view }: PageProps) {
  const { id, kind, title, tag, tone, summary, parts, sources } = entry;
  const scroller = useRef<HTMLElement>(null);
  useLayoutEffect(() => scroller.current?.scrollTo(0, view.entryTop), [id]);
  return (
    <div class="reference-detail">
      <Strip entry={entry} state={state} />
      <section
        id="reference-page"
        class="reference-page"
        aria-label="Reference entry"
        data-entry={id}
        tabIndex={-1}
        ref={scroller}
        onScroll={({ currentTarget }) => {
          view.entryTop = currentTarget.scrollTop;
        }}
      >
        <header class={`headline tone-${tone}`}>
          {tone && <ToneIcon tone={tone} />}
          {kind === 'operation' && <span class="method">{tag}</span>}
          {kind === 'diagnosis' && <span class="badge">{tag}</span>}
          <h1>{title}</h1>
        </header>
        {kind === 'operation' && (
          <p>
            <EntryWords text={summary} />
          </p>
        )}
        {parts.map((part, i) => (
          <ReferencePart key={i} part={part} />
        ))}
        <footer class="sources">
          <ul aria-label="Sources">
            {sources.map((source) => (
              <li key={source.where}>
                <SourceLine source={source} />
              </li>
            ))}
          </ul>
        </footer>
      </section>
    </div>
  );
}

/** What the entry is, the way back along the links, and the way back to the list where the entry hides it. */
function Strip({ entry, state }: { entry: ReferenceEntry; state: ReferenceState }) {
  const last = state.trail.value.at(-1);
  const before = last && entryOf(last.id);
  return (
    <div class="tab-strip">
      {before ? (
        <button type="button" class="tool go-back" title={`Back to ${before.title}`} onClick={state.back}>
          <BackIcon /> <span>{before.title}</span>
        </button>
      ) : (
        <button type="button" class="tool back" aria-label="Back to the list" onClick={() => state.open(undefined)}>
          <BackIcon />
        </button>
      )}
      <span class="entry-kind subtle">{kindTitles[entry.kind].one}</span>
      <button
        type="button"
        class="tool close"
        aria-label="Close the entry"
        title="Close"
        onClick={() => state.open(undefined)}
      >
        <CloseIcon />
      </button>
    </div>
  );
}
