// Filters the list: a field that understands `key:value`, offers what may come next and says what it cannot read; and three usual filters.

import { useEffect, useRef, useState } from 'preact/hooks';
import type { Completion } from '../../core/filter/completions.ts';
import { focusFilter, focusList } from '../lib/focus.ts';
import { count } from '../lib/format.ts';
import { checkIds } from '../state/analysis.ts';
import { filterModule } from '../state/filter/filter-module.ts';
import type { PanelState } from '../state/panel-state.ts';
import { InlineCode } from '../ui/InlineCode.tsx';
import { CloseIcon } from '../ui/icons.tsx';
import { LiveRegion } from '../ui/LiveRegion.tsx';
import { ToolButton } from '../ui/ToolButton.tsx';
import { FilterErrors } from './FilterErrors.tsx';

const chips = [
  { title: 'Errors', term: 'has:error' },
  { title: 'Writes', term: '-method:GET' },
  { title: 'Limits', term: 'diagnosis:rate-limit-*' },
] as const;

export function FilterBar({ state }: { state: PanelState }) {
  const { text, set, filter } = state.filter;
  const query = text.value;
  const problems = filter.value?.problems ?? [];
  const code = filterModule.module.value;
  const toggle = (term: string) => {
    if (typeof code === 'object') set(code.toggleTerm(query, term));
  };
  return (
    <>
      <div class="filter-bar" role="search" aria-label="Exchanges">
        <FilterField state={state} />
        {query !== '' && (
          <ToolButton
            label="Clear the filter"
            onClick={() => {
              set('');
              focusFilter();
            }}
          >
            <CloseIcon />
          </ToolButton>
        )}
        {chips.map(({ title, term }) => (
          <button
            key={term}
            type="button"
            class="chip"
            aria-pressed={typeof code === 'object' && code.hasTerm(query, term)}
            title={term}
            onClick={() => toggle(term)}
          >
            {title}
          </button>
        ))}
        {problems.length > 0 && (
          <span id="filter-problems" class="filter-problem">
            <InlineCode text={problems.map(({ says }) => says).join(' ')} />
          </span>
        )}
      </div>
      <FilterOutcome state={state} />
    </>
  );
}

/** What came of a filter once typing has paused; it is not drawn again with the calls that come later. */
function FilterOutcome({ state }: { state: PanelState }) {
  const { text, filter, filtered } = state.filter;
  const words = () => {
    const problems = filter.peek()?.problems.length ?? 0;
    const { length } = filtered.peek();
    const unread = problems === 0 ? '' : `${problems === 1 ? 'A term is' : `${problems} terms are`} not understood. `;
    return `${unread}${length === 1 ? '1 exchange fits' : `${count(length)} exchanges fit`}.`;
  };
  return <LiveRegion announceKey={text.value.trim() || undefined} getText={words} />;
}

function FilterField({ state }: { state: PanelState }) {
  const { text, set, filter } = state.filter;
  const code = filterModule.use();
  const input = useRef<HTMLInputElement>(null);
  const [offers, setOffers] = useState<readonly Completion[]>([]);
  const [active, setActive] = useState(-1);
  const problems = filter.value?.problems ?? [];
  const isWrong = problems.length > 0;

  const offer = () => {
    const field = input.current;
    if (typeof code === 'string' || field === null) return;
    setOffers(
      code.complete(field.value, field.selectionStart ?? field.value.length, {
        tenant: tenantsOf(state),
        check: checkIds(),
      }),
    );
    setActive(-1);
  };
  const close = () => {
    setOffers([]);
    setActive(-1);
  };
  const take = (completion: Completion) => {
    if (typeof code === 'string') return;
    const { query, cursor } = code.taken(input.current?.value ?? '', completion);
    set(query);
    close();
    // The field is drawn with its new text by then, and a key asks for its value.
    requestAnimationFrame(() => {
      input.current?.setSelectionRange(cursor, cursor);
      if (completion.text.endsWith(':')) offer();
    });
  };
  const press = (event: KeyboardEvent) => {
    const chosen = offers[active];
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (offers.length === 0) return offer();
      setActive(
        (active +
          (event.key === 'ArrowDown' ? 1 : offers.length) +
          (active === -1 && event.key === 'ArrowUp' ? 1 : 0)) %
          offers.length,
      );
    } else if ((event.key === 'Enter' || event.key === 'Tab') && chosen !== undefined) {
      event.preventDefault();
      take(chosen);
    } else if (event.key === 'Enter') {
      close();
      focusList();
    } else if (event.key === 'Escape' && (offers.length > 0 || text.value !== '')) {
      // DevTools would open their console by it.
      event.stopPropagation();
      if (offers.length > 0) close();
      else set('');
    }
  };
  // A list that hangs over the panel goes when something else is worked with.
  useEffect(() => {
    if (active >= 0) document.getElementById(`filter-offer-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  return (
    <div class="filter-field">
      <div class="filter-text">
        <input
          ref={input}
          type="text"
          role="combobox"
          aria-label="Filter"
          aria-expanded={offers.length > 0}
          aria-controls="filter-offers"
          aria-autocomplete="list"
          aria-invalid={isWrong}
          aria-describedby={isWrong ? 'filter-problems' : undefined}
          title={problems.map(({ says }) => says.replaceAll('`', '')).join(' ')}
          aria-activedescendant={active >= 0 ? `filter-offer-${active}` : undefined}
          placeholder="Filter, such as status:4xx -method:GET"
          spellcheck={false}
          value={text.value}
          onInput={({ currentTarget }) => {
            set(currentTarget.value);
            offer();
          }}
          onClick={offer}
          onKeyDown={press}
          onFocus={() => state.filter.setInputFocused(true)}
          onBlur={() => {
            close();
            state.filter.setInputFocused(false);
          }}
        />
        {isWrong && <FilterErrors text={text.value} problems={problems} field={input} />}
      </div>
      {offers.length > 0 && (
        <div id="filter-offers" class="offers" role="listbox" aria-label="Filters">
          {offers.map((completion, i) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field handles the keys
            <div
              key={completion.text}
              id={`filter-offer-${i}`}
              role="option"
              aria-selected={i === active}
              // The field would lose its focus, and the list with it, before the click came.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => take(completion)}
            >
              <code>{completion.text}</code> <span class="subtle">{completion.meaning}</span>
            </div>
          ))}
        </div>
      )}
    </div>
  );
}

/** Those that were seen, by the beginning of their ids. */
function tenantsOf({ session }: PanelState): string[] {
  return [...session.tenants.keys()].filter(Boolean).map((tenant) => tenant.slice(0, 8));
}
