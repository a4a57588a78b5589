// The search over all calls: what is searched for, how much was found, and the way from match to match.

import { batch } from '@preact/signals';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { patternForBody } from '../../core/search/compile-query.ts';
import { MAX_HITS, type SearchHit, type SearchResult } from '../../core/search/search.ts';
import { searchFields } from '../../core/search/search-fields.ts';
import type { PanelHost } from '../host/panel-host.ts';
import { count } from '../lib/format.ts';
import type { PanelState } from '../state/panel-state.ts';
import { searchFieldId } from '../state/search-state.ts';
import { CloseIcon } from '../ui/icons.tsx';
import { LiveRegion } from '../ui/LiveRegion.tsx';
import { ToolButton } from '../ui/ToolButton.tsx';
import { SearchResults } from './SearchResults.tsx';
import { useSearch } from './use-search.ts';

export function SearchPane({ state, host }: { state: PanelState; host: PanelHost }) {
  const view = host.view.search;
  const { search } = state;
  const [query, setQuery] = useState({ text: view.text, matchCase: view.matchCase });
  const { patterns, result, percent } = useSearch(query, state);
  const hits = useMemo(() => result?.found.flatMap((each) => each.hits) ?? [], [result]);
  // A new object each time, so that the same match can be gone to again.
  const [gone, setGone] = useState<{ to: SearchHit }>();
  const current = indexOf(hits, gone?.to);
  const found = summary(result, current, state);

  const ask = (next: Partial<typeof query>) => {
    Object.assign(view, next);
    setQuery({ ...query, ...next });
    setGone(undefined);
    setWanted(undefined);
  };
  useLayoutEffect(() => {
    search.active.value = patterns && {
      pattern: patterns.inText,
      patternFor: (body) => patternForBody(body, patterns),
      hit: gone?.to,
    };
  }, [patterns, gone]);
  useEffect(
    () => () => {
      search.active.value = undefined;
    },
    [],
  );

  const goTo = (hit: SearchHit | undefined) => {
    if (hit === undefined) return;
    setGone({ to: hit });
    batch(() => {
      state.selection.select(hit.exchange);
      state.selection.openTab(tabOf(hit));
    });
  };
  // Who presses Enter before the search is done goes on when it is.
  const [wanted, setWanted] = useState<1 | -1>();
  useEffect(() => {
    if (result === undefined || wanted === undefined) return;
    setWanted(undefined);
    move(wanted);
  }, [result, wanted]);
  const move = (step: 1 | -1) => {
    if (result === undefined) return setWanted(step);
    const from = current === -1 ? startOf(hits, state.selection.id.value, step) : current + step;
    goTo(hits[(from + hits.length) % hits.length]);
  };
  const pane = useRef<HTMLElement>(null);
  useKeys({ F3: () => move(1), 'Shift+F3': () => move(-1) }, state);
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    // Chromium's DevTools open their drawer by the same key. Firefox's open their console whatever is done here: they hear the key first.
    event.preventDefault();
    event.stopPropagation();
    search.close();
  };
  const pressInField = (event: KeyboardEvent) => {
    if (event.key === 'Enter') move(event.shiftKey ? -1 : 1);
    else if (event.key === 'ArrowDown') pane.current?.querySelector<HTMLElement>('[role=listbox]')?.focus();
    else return;
    event.preventDefault();
  };
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);

  return (
    <section class="search-pane" aria-label="Search" ref={pane} onKeyDown={press}>
      <div class="search-field">
        <input
          id={searchFieldId}
          ref={field}
          type="text"
          aria-label="Search in all calls"
          placeholder="Find in headers and bodies"
          spellcheck={false}
          autocomplete="off"
          value={query.text}
          onInput={({ currentTarget }) => ask({ text: currentTarget.value })}
          onKeyDown={pressInField}
        />
        <ToolButton
          class="match-case"
          label="Match case"
          isPressed={query.matchCase}
          onClick={() => ask({ matchCase: !query.matchCase })}
        >
          Aa
        </ToolButton>
        <ToolButton label="Close search" title="Close (Escape)" onClick={search.close}>
          <CloseIcon />
        </ToolButton>
      </div>
      <div class="search-summary">
        <output aria-live="off">{percent === undefined ? found : `Searching… ${percent} %`}</output>
        <LiveRegion announceKey={result && JSON.stringify([query, gone?.to])} getText={() => found} />
        <ToolButton
          label="Previous match in all calls"
          title="Previous match (Shift+F3)"
          isDisabled={hits.length === 0}
          onClick={() => move(-1)}
        >
          ↑
        </ToolButton>
        <ToolButton
          label="Next match in all calls"
          title="Next match (F3)"
          isDisabled={hits.length === 0}
          onClick={() => move(1)}
        >
          ↓
        </ToolButton>
      </div>
      {result && result.total > 0 && (
        <SearchResults found={result.found} current={hits[current]} browser={host.browser} onOpen={goTo} />
      )}
      {result && (
        <footer class="search-notes subtle">
          {result.total > hits.length && (
            <p>
              The first {count(MAX_HITS)} are listed, and {count(result.total - hits.length)} more are not.
            </p>
          )}
          {result.unread > 0 && (
            <p>
              {result.unread === 1 ? 'One call has a body' : `${count(result.unread)} calls have bodies`} that could not
              be searched.
            </p>
          )}
        </footer>
      )}
    </section>
  );
}

function summary(result: SearchResult | undefined, current: number, { filter, log }: PanelState): string {
  if (result === undefined) return '';
  const all = log.exchanges.length;
  const listed = filter.filtered.peek().length;
  const where = listed === all ? '' : `, in the ${count(listed)} of ${count(all)} calls that the filter leaves`;
  if (result.total === 0) return `No match${where}`;
  if (current !== -1) return `${count(current + 1)} of ${count(result.total)}${where}`;
  const matches = result.total === 1 ? '1 match' : `${count(result.total)} matches`;
  return `${matches} in ${result.exchanges === 1 ? '1 call' : `${count(result.exchanges)} calls`}${where}`;
}

function tabOf({ part }: SearchHit) {
  return searchFields.find((row) => row.part === part)?.tab ?? 'response';
}

/** By what it is: a search that was run anew has made new objects. */
function indexOf(hits: readonly SearchHit[], hit: SearchHit | undefined): number {
  if (hit === undefined) return -1;
  return hits.findIndex(
    ({ exchange, part, index, from }) =>
      exchange === hit.exchange && part === hit.part && index === hit.index && from === hit.from,
  );
}

/** The first to be gone to: in the selected call, where it has one. */
function startOf(hits: readonly SearchHit[], selected: number | undefined, step: 1 | -1): number {
  if (step === -1) return -1;
  return Math.max(
    0,
    hits.findIndex(({ exchange }) => exchange === selected),
  );
}

/** Keys that work wherever the focus is among the calls, also in a body. */
function useKeys(keys: Readonly<Record<string, () => void>>, { view, dialog }: PanelState): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const run = latest.current[event.shiftKey ? `Shift+${event.key}` : event.key];
      if (run === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
      if (view.value !== 'exchanges' || dialog.value !== undefined) return;
      event.preventDefault();
      event.stopPropagation();
      run();
    };
    window.addEventListener('keydown', press, true);
    return () => window.removeEventListener('keydown', press, true);
  }, []);
}
