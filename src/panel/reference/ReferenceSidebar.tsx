// The reference's search and the list of what it finds, by kind; both are operated by the keyboard alone.

import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ReferenceEntry, ReferenceKind } from '../../core/reference/entry.ts';
import { tokenize } from '../../core/reference/search-entries.ts';
import type { ReferenceView } from '../host/panel-host.ts';
import { nextRowIndex } from '../lib/arrow-keys.ts';
import type { ReferenceState } from '../state/reference-state.ts';
import { HighlightWords } from '../ui/HighlightWords.tsx';
import { InlineCode } from '../ui/InlineCode.tsx';
import { SearchIcon, ToneIcon } from '../ui/icons.tsx';
import { kindLabels } from './entries.ts';

interface SidebarProps {
  state: ReferenceState;
  view: ReferenceView;
  hits: readonly ReferenceEntry[];
}

export function ReferenceSidebar({ state, view, hits }: SidebarProps) {
  const query = state.query.value;
  const opened = state.opened.value;
  const groups = useMemo(() => groupsOf(hits), [hits]);
  const order = groups.flatMap(({ entries }) => entries.map(({ id }) => id));
  // The row that keys start from. It differs from the open entry only where the list is alone.
  const [active, setActive] = useState(opened);
  const list = useRef<HTMLDivElement>(null);
  const current = active !== undefined && order.includes(active) ? active : undefined;

  useLayoutEffect(() => list.current?.scrollTo(0, view.listTop), [query]);
  useEffect(() => setActive(opened), [opened]);
  // A list that was scrolled by hand before the panel was docked stays there.
  const isRestored = useRef(view.listTop > 0);
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
    if (!isAlone()) state.open(id);
  };
  const moveInList = (event: KeyboardEvent) => {
    const from = current === undefined ? -1 : order.indexOf(current);
    if (event.key === 'ArrowUp' && from <= 0) {
      event.preventDefault();
      list.current?.parentElement?.querySelector('input')?.focus();
      return;
    }
    if (event.key === 'Enter' && current !== undefined) {
      event.preventDefault();
      open(current);
      focusPage();
      return;
    }
    const to = nextRowIndex(event.key, from, order.length, ROWS_PER_PAGE);
    if (to === undefined) return;
    event.preventDefault();
    goTo(order[to]);
  };
  const moveInSearch = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') {
      event.preventDefault();
      list.current?.focus();
      goTo(current ?? order[0]);
    } else if (event.key === 'Enter' && order[0] !== undefined) {
      event.preventDefault();
      open(order[0]);
      if (isAlone()) focusPage();
    }
  };

  return (
    <div class="reference-list">
      <div class="search-row">
        <SearchIcon />
        <input
          type="search"
          aria-label="Search the reference"
          placeholder="Search: a name, a field, a status"
          spellcheck={false}
          autocomplete="off"
          value={query}
          onInput={({ currentTarget }) => state.search(currentTarget.value)}
          onKeyDown={moveInSearch}
        />
      </div>
      <div
        class="entries"
        role="listbox"
        aria-label="Entries"
        aria-activedescendant={current && rowId(current)}
        tabIndex={0}
        ref={list}
        onKeyDown={moveInList}
        onScroll={({ currentTarget }) => {
          view.listTop = currentTarget.scrollTop;
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
                  if (isAlone()) focusPage();
                }}
              />
            ))}
          </div>
        ))}
      </div>
      {hits.length === 0 && (
        <p class="no-hits">
          Nothing has all of these words.{' '}
          <span class="subtle">Search for the name of an operation, a field or a header, or for a status.</span>
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

/** By kind; the kind of the best hit is first, and the best of each. */
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

/** Rows that a page key moves by. */
const ROWS_PER_PAGE = 12;

/** Too narrow for both: an entry takes the list's place, and so is opened only on purpose. */
function isAlone(): boolean {
  return matchMedia('(max-width: 400px)').matches;
}

/** Drawn by the next frame. */
function focusPage(): void {
  requestAnimationFrame(() => document.getElementById('reference-page')?.focus());
}

function reveal(id: string): void {
  document.getElementById(rowId(id))?.scrollIntoView({ block: 'nearest' });
}
