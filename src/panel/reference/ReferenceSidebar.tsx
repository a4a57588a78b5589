// The reference's search and its results by kind; both work by keyboard alone.

import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ReferenceEntry, ReferenceKind } from '../../core/reference/entry.ts';
import { tokenize } from '../../core/reference/search-entries.ts';
import { nextRowIndex } from '../lib/arrow-keys.ts';
import { focusReferencePage } from '../lib/focus.ts';
import { referenceListId } from '../lib/focus-targets.ts';
import { usePanelState } from '../state/state-context.ts';
import { HighlightWords } from '../ui/HighlightWords.tsx';
import { InlineCode } from '../ui/InlineCode.tsx';
import { SearchIcon, ToneIcon } from '../ui/icons.tsx';
import { kindLabels } from './entries.ts';

export function ReferenceSidebar({ hits }: { hits: readonly ReferenceEntry[] }) {
  const { reference: state } = usePanelState();
  const { layout } = state;
  const query = state.query.value;
  const opened = state.opened.value;
  const groups = useMemo(() => groupsOf(hits), [hits]);
  const order = groups.flatMap(({ entries }) => entries.map(({ id }) => id));
  // The row that arrow keys start from; differs from the open entry only in a narrow panel.
  const [active, setActive] = useState(opened);
  const list = useRef<HTMLDivElement>(null);
  const current = active !== undefined && order.includes(active) ? active : undefined;

  useLayoutEffect(() => list.current?.scrollTo(0, layout.listTop), [query]);
  useEffect(() => setActive(opened), [opened]);
  // Docking remounts the panel: a list that was scrolled by hand keeps its position.
  const isRestored = useRef(layout.listTop > 0);
  useEffect(() => {
    if (!isRestored.current && current !== undefined) reveal(current);
    isRestored.current = false;
  }, [current]);

  const open = (id: string) => {
    setActive(id);
    state.open(id);
  };
  const goTo = (id: string | undefined) => {
    if (id === undefined) return;
    setActive(id);
    if (!hidesList()) state.open(id);
  };
  const onListKeyDown = (event: KeyboardEvent) => {
    const from = current === undefined ? -1 : order.indexOf(current);
    if (event.key === 'ArrowUp' && from <= 0) {
      event.preventDefault();
      list.current?.parentElement?.querySelector('input')?.focus();
      return;
    }
    if (event.key === 'Enter' && current !== undefined) {
      event.preventDefault();
      open(current);
      focusReferencePage();
      return;
    }
    const to = nextRowIndex(event.key, from, order.length, ROWS_PER_PAGE);
    if (to === undefined) return;
    event.preventDefault();
    goTo(order[to]);
  };
  const onSearchKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') {
      event.preventDefault();
      list.current?.focus();
      goTo(current ?? order[0]);
    } else if (event.key === 'Enter' && order[0] !== undefined) {
      event.preventDefault();
      open(order[0]);
      if (hidesList()) focusReferencePage();
    }
  };

  return (
    <div class="reference-list">
      <div class="search-row">
        <SearchIcon />
        <input
          type="search"
          aria-label="Search the reference"
          placeholder="Search operations, fields, statuses"
          spellcheck={false}
          autocomplete="off"
          value={query}
          onInput={({ currentTarget }) => state.search(currentTarget.value)}
          onKeyDown={onSearchKeyDown}
        />
      </div>
      <div
        id={referenceListId}
        class="entries"
        role="listbox"
        aria-label="Entries"
        aria-activedescendant={current && rowId(current)}
        tabIndex={0}
        ref={list}
        onKeyDown={onListKeyDown}
        onScroll={({ currentTarget }) => {
          layout.listTop = currentTarget.scrollTop;
        }}
      >
        {groups.map(({ kind, entries }) => (
          <div key={kind} role="group" aria-label={kindLabels[kind].many} class={`entry-group kind-${kind}`}>
            <div class="group-title" role="presentation">
              {kindLabels[kind].many} <span class="subtle">{entries.length}</span>
            </div>
            {entries.map((entry) => (
              <Row
                key={entry.id}
                entry={entry}
                query={query}
                selected={entry.id === current}
                onOpen={() => {
                  open(entry.id);
                  if (hidesList()) focusReferencePage();
                }}
              />
            ))}
          </div>
        ))}
      </div>
      {hits.length === 0 && (
        <p class="no-hits">
          No entry contains all of these words.{' '}
          <span class="subtle">Search for an operation, field, header or status.</span>
        </p>
      )}
    </div>
  );
}

interface RowProps {
  entry: ReferenceEntry;
  query: string;
  selected: boolean;
  onOpen: () => void;
}

function Row({ entry: { id, title, tag, tone, summary }, query, selected, onOpen }: RowProps) {
  const words = useMemo(() => tokenize(query), [query]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list handles the keys
    <div id={rowId(id)} role="option" aria-selected={selected} class="entry-row" title={title} onClick={onOpen}>
      {tone && <ToneIcon tone={tone} />}
      {tag && (
        <span class="entry-tag">
          <HighlightWords text={tag} words={words} />
        </span>
      )}
      <span class="entry-title">
        <HighlightWords text={title} words={words} />
      </span>
      <span class="entry-summary">
        <InlineCode text={summary} />
      </span>
    </div>
  );
}

interface Group {
  readonly kind: ReferenceKind;
  readonly entries: ReferenceEntry[];
}

/** Groups by kind. The kind of the best hit comes first, and the best hit of each kind. */
function groupsOf(hits: readonly ReferenceEntry[]): Group[] {
  const groups = new Map<ReferenceKind, ReferenceEntry[]>();
  for (const hit of hits) {
    const group = groups.get(hit.kind);
    if (group) group.push(hit);
    else groups.set(hit.kind, [hit]);
  }
  return [...groups].map(([kind, entries]) => ({ kind, entries }));
}

function rowId(id: string): string {
  return `entry-${id}`;
}

/** Rows that Page Up and Page Down move by. */
const ROWS_PER_PAGE = 12;

/** In a narrow panel an entry hides the list, so arrow keys don't open entries. */
function hidesList(): boolean {
  return matchMedia('(max-width: 400px)').matches;
}

function reveal(id: string): void {
  document.getElementById(rowId(id))?.scrollIntoView({ block: 'nearest' });
}
