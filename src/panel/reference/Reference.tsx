// The offline API reference: the list of entries, with a search, and the open entry.

import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { searchReference } from '../../core/reference/search-entries.ts';
import { formatInteger } from '../../core/text/format-number.ts';
import { usePanelState } from '../state/state-context.ts';
import { Splitter } from '../ui/Splitter.tsx';
import { entries, getEntry } from './entries.ts';
import { ReferencePage } from './ReferencePage.tsx';
import { ReferenceSidebar } from './ReferenceSidebar.tsx';

export function Reference() {
  const { query, opened, layout } = usePanelState().reference;
  const hits = useMemo(() => searchReference(entries, query.value), [query.value]);
  const entry = opened.value === undefined ? undefined : getEntry(opened.value);
  const body = useRef<HTMLDivElement>(null);
  const setSplit = (split: number) => body.current?.style.setProperty('--split', String(split));
  useLayoutEffect(() => setSplit(layout.split), []);
  return (
    <>
      <div class={entry ? 'body reference with-entry' : 'body reference'} ref={body}>
        <ReferenceSidebar hits={hits} />
        <Splitter container={body} view={layout} onMove={setSplit} onDone={() => {}} />
        {entry ? (
          <ReferencePage entry={entry} />
        ) : (
          <p class="nothing-open subtle">Select an entry to read it. The reference works offline.</p>
        )}
      </div>
      <footer class="status-bar">
        <span>
          {hits.length === entries.length ? '' : `${formatInteger(hits.length)} of `}
          {formatInteger(entries.length)} entries
        </span>
        {edition && (
          <span>
            {edition.title}, retrieved {edition.retrieved}
          </span>
        )}
      </footer>
    </>
  );
}

/** The specification: the citation of the first operation. */
const edition = entries[0]?.citations[0];
