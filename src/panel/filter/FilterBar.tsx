// Filters the list: an input with completions for `key:value` terms and their problems, and chips for common filters.

import { useEffect, useRef, useState } from 'preact/hooks';
import type { Completion } from '../../core/filter/completions.ts';
import { plural, pluralWord } from '../../core/text/plural.ts';
import { focusFilter, focusList } from '../lib/focus.ts';
import { filterInputId } from '../lib/focus-targets.ts';
import { checkIds } from '../state/analysis.ts';
import { filterModule } from '../state/filter/filter-module.ts';
import type { PanelState } from '../state/panel-state.ts';
import { usePanelState } from '../state/state-context.ts';
import { InlineCode } from '../ui/InlineCode.tsx';
import { CloseIcon } from '../ui/icons.tsx';
import { LiveRegion } from '../ui/LiveRegion.tsx';
import { ToolButton } from '../ui/ToolButton.tsx';
import { FilterErrors } from './FilterErrors.tsx';

const chips = [
  { title: 'Errors', term: 'has:error' },
  { title: 'Writes', term: '-method:GET' },
  { title: 'Rate limited', term: 'diagnosis:rate-limit-*' },
] as const;

export function FilterBar() {
  const { text, set, filter } = usePanelState().filter;
  const query = text.value;
  const problems = filter.value?.problems ?? [];
  const code = filterModule.module.value;
  const toggle = (term: string) => {
    if (typeof code === 'object') set(code.toggleTerm(query, term));
  };
  return (
    <>
      <div class="filter-bar" role="search" aria-label="Requests">
        <FilterInput />
        {query !== '' && (
          <ToolButton
            label="Clear filter"
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
            <InlineCode text={problems.map(({ message }) => message).join(' ')} />
          </span>
        )}
      </div>
      <FilterOutcome />
    </>
  );
}

/** Announces the number of matches once typing has paused, but not again when later requests change it. */
function FilterOutcome() {
  const { text, filter, filtered } = usePanelState().filter;
  const words = () => {
    const problems = filter.peek()?.problems.length ?? 0;
    const { length } = filtered.peek();
    const invalid = problems === 0 ? '' : `${plural(problems, 'invalid term')}. `;
    return `${invalid}${plural(length, 'request')} ${pluralWord(length, 'matches', 'match')}.`;
  };
  return <LiveRegion announceKey={text.value.trim() || undefined} getText={words} />;
}

function FilterInput() {
  const state = usePanelState();
  const { text, set, filter } = state.filter;
  const code = filterModule.use();
  const input = useRef<HTMLInputElement>(null);
  const [completions, setCompletions] = useState<readonly Completion[]>([]);
  const [active, setActive] = useState(-1);
  const problems = filter.value?.problems ?? [];
  const hasProblems = problems.length > 0;

  const showCompletions = () => {
    const field = input.current;
    if (typeof code === 'string' || field === null) return;
    setCompletions(
      code.getCompletions(field.value, field.selectionStart ?? field.value.length, {
        tenant: tenantsOf(state),
        check: checkIds(),
      }),
    );
    setActive(-1);
  };
  const close = () => {
    setCompletions([]);
    setActive(-1);
  };
  const apply = (completion: Completion) => {
    if (typeof code === 'string') return;
    const { query, cursor } = code.applyCompletion(input.current?.value ?? '', completion);
    set(query);
    close();
    // The input is rendered with its new text by then; a completed key is followed by its values.
    requestAnimationFrame(() => {
      input.current?.setSelectionRange(cursor, cursor);
      if (completion.text.endsWith(':')) showCompletions();
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const chosen = completions[active];
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (completions.length === 0) return showCompletions();
      setActive(
        (active +
          (event.key === 'ArrowDown' ? 1 : completions.length) +
          (active === -1 && event.key === 'ArrowUp' ? 1 : 0)) %
          completions.length,
      );
    } else if ((event.key === 'Enter' || event.key === 'Tab') && chosen !== undefined) {
      event.preventDefault();
      apply(chosen);
    } else if (event.key === 'Enter') {
      close();
      focusList();
    } else if (event.key === 'Escape' && (completions.length > 0 || text.value !== '')) {
      // Keeps DevTools from opening its drawer.
      event.stopPropagation();
      if (completions.length > 0) close();
      else set('');
    }
  };
  useEffect(() => {
    if (active >= 0) document.getElementById(`filter-offer-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  return (
    <div class="filter-field">
      <div class="filter-text">
        <input
          id={filterInputId}
          ref={input}
          type="text"
          role="combobox"
          aria-label="Filter"
          aria-expanded={completions.length > 0}
          aria-controls="filter-offers"
          aria-autocomplete="list"
          aria-invalid={hasProblems}
          aria-describedby={hasProblems ? 'filter-problems' : undefined}
          title={problems.map(({ message }) => message.replaceAll('`', '')).join(' ')}
          aria-activedescendant={active >= 0 ? `filter-offer-${active}` : undefined}
          placeholder="Filter, for example status:4xx -method:GET"
          spellcheck={false}
          value={text.value}
          onInput={({ currentTarget }) => {
            set(currentTarget.value);
            showCompletions();
          }}
          onClick={showCompletions}
          onKeyDown={onKeyDown}
          onFocus={() => state.filter.setInputFocused(true)}
          onBlur={() => {
            close();
            state.filter.setInputFocused(false);
          }}
        />
        {hasProblems && <FilterErrors text={text.value} problems={problems} field={input} />}
      </div>
      {completions.length > 0 && (
        <div id="filter-offers" class="offers" role="listbox" aria-label="Suggestions">
          {completions.map((completion, i) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field handles the keys
            <div
              key={completion.text}
              id={`filter-offer-${i}`}
              role="option"
              aria-selected={i === active}
              // Otherwise the input would lose the focus, which closes the list before the click.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => apply(completion)}
            >
              <code>{completion.text}</code> <span class="subtle">{completion.meaning}</span>
            </div>
          ))}
        </div>
      )}
    </div>
  );
}

/** The tenants of the session, by the first 8 characters of their ids. */
function tenantsOf({ session }: PanelState): string[] {
  return [...session.tenants.keys()].filter(Boolean).map((tenant) => tenant.slice(0, 8));
}
