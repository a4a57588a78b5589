// The search over all requests: its input, the number of matches, and the buttons that go from match to match.

import { batch } from '@preact/signals';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { patternForBody } from '../../core/search/compile-query.ts';
import { MAX_HITS, type SearchHit, type SearchResult } from '../../core/search/search.ts';
import { searchFields } from '../../core/search/search-fields.ts';
import { formatInteger } from '../../core/text/format-number.ts';
import { plural } from '../../core/text/plural.ts';
import { searchInputId } from '../lib/focus-targets.ts';
import type { PanelState } from '../state/panel-state.ts';
import { createActiveSearch } from '../state/search-state.ts';
import { usePanelState } from '../state/state-context.ts';
import { CloseIcon } from '../ui/icons.tsx';
import { LiveRegion } from '../ui/LiveRegion.tsx';
import { ToolButton } from '../ui/ToolButton.tsx';
import { SearchResults } from './SearchResults.tsx';
import { useSearch } from './use-search.ts';

export function SearchPane() {
  const state = usePanelState();
  const { search } = state;
  const query = search.query.value;
  const { patterns, result, percent } = useSearch(query, state);
  const hits = useMemo(() => result?.found.flatMap((each) => each.hits) ?? [], [result]);
  // A new object each time, so that the same match is revealed again.
  const [opened, setOpened] = useState<{ hit: SearchHit }>();
  const current = indexOf(hits, opened?.hit);
  const found = summary(result, current, state);

  const setQuery = (next: Partial<typeof query>) => {
    search.setQuery({ ...query, ...next });
    setOpened(undefined);
    setPendingStep(undefined);
  };
  useLayoutEffect(() => {
    search.active.value =
      patterns &&
      createActiveSearch({
        pattern: patterns.inText,
        patternFor: (body) => patternForBody(body, patterns),
        hit: opened?.hit,
      });
  }, [patterns, opened]);
  useEffect(
    () => () => {
      search.active.value = undefined;
    },
    [],
  );

  const goTo = (hit: SearchHit | undefined) => {
    if (hit === undefined) return;
    setOpened({ hit });
    batch(() => {
      state.selection.select(hit.exchange);
      state.selection.openTab(tabOf(hit));
    });
  };
  // Enter pressed during a search takes effect when the search is done.
  const [pendingStep, setPendingStep] = useState<1 | -1>();
  useEffect(() => {
    if (result === undefined || pendingStep === undefined) return;
    setPendingStep(undefined);
    move(pendingStep);
  }, [result, pendingStep]);
  const move = (step: 1 | -1) => {
    if (result === undefined) return setPendingStep(step);
    const from = current === -1 ? startIndex(hits, state.selection.id.value, step) : current + step;
    goTo(hits[(from + hits.length) % hits.length]);
  };
  const pane = useRef<HTMLElement>(null);
  useGlobalKeys({ F3: () => move(1), 'Shift+F3': () => move(-1) }, state);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    // Keeps Chromium from opening its drawer. Firefox opens its console anyway: it handles the key first.
    event.preventDefault();
    event.stopPropagation();
    search.close();
  };
  const onInputKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') move(event.shiftKey ? -1 : 1);
    else if (event.key === 'ArrowDown') pane.current?.querySelector<HTMLElement>('[role=listbox]')?.focus();
    else return;
    event.preventDefault();
  };
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);

  return (
    <section class="search-pane" aria-label="Search" ref={pane} onKeyDown={onKeyDown}>
      <div class="search-field">
        <input
          id={searchInputId}
          ref={field}
          type="text"
          aria-label="Search all requests"
          placeholder="Find in headers and bodies"
          spellcheck={false}
          autocomplete="off"
          value={query.text}
          onInput={({ currentTarget }) => setQuery({ text: currentTarget.value })}
          onKeyDown={onInputKeyDown}
        />
        <ToolButton
          class="match-case"
          label="Match case"
          isPressed={query.matchCase}
          onClick={() => setQuery({ matchCase: !query.matchCase })}
        >
          Aa
        </ToolButton>
        <ToolButton label="Close search" title="Close (Esc)" onClick={search.close}>
          <CloseIcon />
        </ToolButton>
      </div>
      <div class="search-summary">
        <output aria-live="off">{percent === undefined ? found : `Searching… ${percent}%`}</output>
        <LiveRegion announceKey={result && JSON.stringify([query, opened?.hit])} getText={() => found} />
        <ToolButton
          label="Previous match in all requests"
          title="Previous match (Shift+F3)"
          isDisabled={hits.length === 0}
          onClick={() => move(-1)}
        >
          ↑
        </ToolButton>
        <ToolButton
          label="Next match in all requests"
          title="Next match (F3)"
          isDisabled={hits.length === 0}
          onClick={() => move(1)}
        >
          ↓
        </ToolButton>
      </div>
      {result && result.total > 0 && (
        <SearchResults found={result.found} current={hits[current]} browser={state.browser} onOpen={goTo} />
      )}
      {result && (
        <footer class="search-notes subtle">
          {result.total > hits.length && (
            <p>
              Showing the first {formatInteger(MAX_HITS)} matches. {formatInteger(result.total - hits.length)} more
              aren’t listed.
            </p>
          )}
          {result.unavailable > 0 && (
            <p>
              {result.unavailable === 1
                ? '1 request has a body'
                : `${formatInteger(result.unavailable)} requests have bodies`}{' '}
              that couldn’t be searched.
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
  const where =
    listed === all ? '' : `, in the ${formatInteger(listed)} of ${formatInteger(all)} requests that match the filter`;
  if (result.total === 0) return `No matches${where}`;
  if (current !== -1) return `${formatInteger(current + 1)} of ${formatInteger(result.total)}${where}`;
  const matches = plural(result.total, 'match', 'matches');
  return `${matches} in ${plural(result.exchanges, 'request')}${where}`;
}

function tabOf({ field }: SearchHit) {
  return searchFields.find((row) => row.field === field)?.tab ?? 'response';
}

/** Compares by value: every search creates new objects. */
function indexOf(hits: readonly SearchHit[], hit: SearchHit | undefined): number {
  if (hit === undefined) return -1;
  return hits.findIndex(
    ({ exchange, field, index, from }) =>
      exchange === hit.exchange && field === hit.field && index === hit.index && from === hit.from,
  );
}

/** The first match of the selected exchange, if there is one, or of all. */
function startIndex(hits: readonly SearchHit[], selected: number | undefined, step: 1 | -1): number {
  if (step === -1) return -1;
  return Math.max(
    0,
    hits.findIndex(({ exchange }) => exchange === selected),
  );
}

/** A hook. Keys that work anywhere in the exchanges view, in a body too. */
function useGlobalKeys(keys: Readonly<Record<string, () => void>>, { view, dialog }: PanelState): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const run = latest.current[event.shiftKey ? `Shift+${event.key}` : event.key];
      if (run === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
      if (view.value !== 'exchanges' || dialog.value !== undefined) return;
      event.preventDefault();
      event.stopPropagation();
      run();
    };
    window.addEventListener('keydown', onKeyDown, true);
    return () => window.removeEventListener('keydown', onKeyDown, true);
  }, []);
}
