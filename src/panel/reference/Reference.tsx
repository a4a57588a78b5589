// The whole API to read and to search, offline: the list of entries at the left, the open one at the right.

import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { searchReference } from '../../core/reference/search-entries.ts';
import type { PanelHost } from '../host/panel-host.ts';
import { count } from '../lib/format.ts';
import type { PanelState } from '../state/panel-state.ts';
import { Splitter } from '../ui/Splitter.tsx';
import { entries, getEntry } from './entries.ts';
import { ReferencePage } from './ReferencePage.tsx';
import { ReferenceSidebar } from './ReferenceSidebar.tsx';

export function Reference({ state, host }: { state: PanelState; host: PanelHost }) {
  const { query, opened } = state.reference;
  const view = host.view.reference;
  const hits = useMemo(() => searchReference(entries, query.value), [query.value]);
  const entry = opened.value === undefined ? undefined : getEntry(opened.value);
  const body = useRef<HTMLDivElement>(null);
  const setSplit = (split: number) => body.current?.style.setProperty('--split', String(split));
  useLayoutEffect(() => setSplit(view.split), []);
  return (
    <>
      <div class={entry ? 'body reference with-entry' : 'body reference'} ref={body}>
        <ReferenceSidebar state={state.reference} view={view} hits={hits} />
        <Splitter container={body} view={view} onMove={setSplit} onDone={() => {}} />
        {entry ? (
          <ReferencePage entry={entry} state={state.reference} view={view} />
        ) : (
          <p class="nothing-open subtle">Select an entry to read it. All of it comes with the extension.</p>
        )}
      </div>
      <footer class="status-bar">
        <span>
          {hits.length === entries.length ? '' : `${count(hits.length)} of `}
          {count(entries.length)} entries
        </span>
        {edition && (
          <span>
            {edition.title}, read {edition.retrieved}
          </span>
        )}
      </footer>
    </>
  );
}

/** The specification, which the first operation is from. */
const edition = entries[0]?.sources[0];
