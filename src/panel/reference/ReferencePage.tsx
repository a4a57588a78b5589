// The open entry of the reference.

import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ReferenceEntry } from '../../core/reference/entry.ts';
import { focusReferenceList } from '../lib/focus.ts';
import { referencePageId } from '../lib/focus-targets.ts';
import { useRestoreFocus } from '../lib/use-restore-focus.ts';
import { usePanelState } from '../state/state-context.ts';
import { CitationList } from '../ui/Citation.tsx';
import { BackIcon, CloseIcon, ToneIcon } from '../ui/icons.tsx';
import { ToolButton } from '../ui/ToolButton.tsx';
import { EntryText } from './EntryLink.tsx';
import { getEntry, kindLabels } from './entries.ts';
import { ReferenceSection } from './ReferenceSection.tsx';

export function ReferencePage({ entry }: { entry: ReferenceEntry }) {
  const { reference: state } = usePanelState();
  const { layout } = state;
  const { id, kind, title, tag, tone, summary, parts, citations } = entry;
  const scroller = useRef<HTMLElement>(null);
  useLayoutEffect(() => scroller.current?.scrollTo(0, layout.entryTop), [id]);
  const part = useRef<HTMLDivElement>(null);
  useRestoreFocus(part, () => scroller.current);
  const close = () => {
    state.open(undefined);
    focusReferenceList();
  };
  const closeByEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    // Keeps Chromium from opening its drawer; Firefox opens its console anyway.
    event.preventDefault();
    event.stopPropagation();
    close();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: handles keys that bubble up from its children
    <div class="reference-detail" ref={part} onKeyDown={closeByEscape}>
      <Strip entry={entry} close={close} />
      <section
        id={referencePageId}
        key={id}
        class="reference-page"
        aria-label="Reference entry"
        data-entry={id}
        tabIndex={-1}
        ref={scroller}
        onScroll={({ currentTarget }) => {
          layout.entryTop = currentTarget.scrollTop;
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
            <EntryText text={summary} />
          </p>
        )}
        {parts.map((part, i) => (
          <ReferenceSection key={i} part={part} />
        ))}
        <footer class="citations">
          <CitationList citations={citations} />
        </footer>
      </section>
    </div>
  );
}

/** The kind of the entry, and buttons back along the trail of links or to the list. */
function Strip({ entry, close }: { entry: ReferenceEntry; close: () => void }) {
  const { reference: state } = usePanelState();
  const last = state.trail.value.at(-1);
  const before = last && getEntry(last.id);
  return (
    <div class="tab-strip">
      {before ? (
        <button type="button" class="tool go-back" title={`Back to ${before.title}`} onClick={state.back}>
          <BackIcon /> <span>{before.title}</span>
        </button>
      ) : (
        <ToolButton class="back" label="Back to the list" onClick={close}>
          <BackIcon />
        </ToolButton>
      )}
      <span class="entry-kind subtle">{kindLabels[entry.kind].one}</span>
      <ToolButton class="close" label="Close the entry" title="Close" onClick={close}>
        <CloseIcon />
      </ToolButton>
    </div>
  );
}
