// The search in a body: Ctrl+F or its button opens it, Enter and Shift+Enter move, Escape closes it.

import {
  closeSearchPanel,
  getSearchQuery,
  openSearchPanel,
  SearchQuery,
  search,
  setSearchQuery,
} from '@codemirror/search';
import type { Extension } from '@codemirror/state';
import { EditorView, keymap, type Panel, runScopeHandlers, type ViewUpdate } from '@codemirror/view';
import { startTimeSliced } from '../../../core/scheduling/time-slicing.ts';
import { lowerBound } from '../../../core/text/binary-search.ts';
import { formatInteger } from '../../../core/text/format-number.ts';
import { findMatches, MAX_MATCHES } from './find-matches.ts';

export const bodySearchExtension: Extension = [
  search({ top: true, literal: true, createPanel: (view) => new SearchPanel(view) }),
  keymap.of([
    // Keeps DevTools from opening its own search.
    { key: 'Mod-f', run: openSearchPanel, scope: 'editor search-panel', preventDefault: true, stopPropagation: true },
    { key: 'Escape', run: closeSearchPanel, scope: 'editor search-panel', stopPropagation: true },
  ]),
];

class SearchPanel implements Panel {
  readonly dom = document.createElement('div');
  readonly top = true;
  private readonly input = document.createElement('input');
  private readonly status = document.createElement('span');
  private matches: readonly number[] = [];
  /** The search starts here: the next match is shown first. */
  private origin: number;
  private cancel = () => {};

  constructor(private readonly view: EditorView) {
    this.origin = view.state.selection.main.from;
    this.dom.className = 'search-panel';
    this.dom.setAttribute('role', 'search');
    this.dom.addEventListener('keydown', this);
    this.input.type = 'text';
    this.input.placeholder = 'Find';
    this.input.ariaLabel = 'Find in the body';
    // CodeMirror focuses the input with this attribute.
    this.input.setAttribute('main-field', 'true');
    this.input.value = getSearchQuery(view.state).search;
    this.input.addEventListener('input', this);
    this.status.className = 'subtle';
    this.status.role = 'status';
    const buttons = [
      button('Previous match', '↑', () => this.move(-1)),
      button('Next match', '↓', () => this.move(1)),
      button('Close search', '✕', () => closeSearchPanel(view)),
    ];
    this.dom.append(this.input, this.status, ...buttons);
  }

  mount(): void {
    this.input.select();
    this.find();
  }

  update({ transactions }: ViewUpdate): void {
    for (const effect of transactions.flatMap((each) => each.effects)) {
      if (!effect.is(setSearchQuery) || effect.value.search === this.input.value) continue;
      this.input.value = effect.value.search;
      this.find();
    }
  }

  destroy(): void {
    this.cancel();
  }

  handleEvent(event: Event): void {
    if (event.type === 'input') {
      this.view.dispatch({ effects: setSearchQuery.of(new SearchQuery({ search: this.input.value, literal: true })) });
      this.find();
    } else if (event instanceof KeyboardEvent) this.press(event);
  }

  private press(event: KeyboardEvent): void {
    if (runScopeHandlers(this.view, event, 'search-panel')) event.preventDefault();
    else if (event.key === 'Enter' && event.target === this.input) {
      event.preventDefault();
      this.move(event.shiftKey ? -1 : 1);
    }
  }

  /** Finds all matches and shows the first one after the origin. Asynchronous, because the editor may be updating. */
  private find(): void {
    this.cancel();
    this.matches = [];
    this.status.textContent = '';
    if (this.input.value === '') return;
    const timer = setTimeout(() => {
      this.cancel = startTimeSliced(findMatches(this.view.state.doc, this.input.value), {
        onProgress: (done) => {
          this.status.textContent = `${Math.floor(done * 100)}%`;
        },
        onDone: (matches) => {
          this.matches = matches;
          this.show(firstFrom(matches, this.origin));
        },
      });
    });
    this.cancel = () => clearTimeout(timer);
  }

  private move(step: 1 | -1): void {
    const { from } = this.view.state.selection.main;
    const next = firstFrom(this.matches, step === 1 ? from + 1 : from);
    this.show(step === 1 ? next : next - 1);
  }

  /** The match with this index, wrapping around. */
  private show(index: number): void {
    const { length } = this.matches;
    const number = (index + length) % length;
    const from = this.matches[number];
    if (from === undefined) {
      this.status.textContent = 'No matches';
      return;
    }
    this.status.textContent = `${formatInteger(number + 1)} of ${formatInteger(length)}${length === MAX_MATCHES ? ' or more' : ''}`;
    this.origin = from;
    const to = from + this.input.value.length;
    const effects = EditorView.scrollIntoView(from, { xMargin: 60, yMargin: 60 });
    this.view.dispatch({ selection: { anchor: from, head: to }, effects, userEvent: 'select.search' });
  }
}

/** The index of the first match at or after a position, or the number of matches if there is none. */
function firstFrom(matches: readonly number[], position: number): number {
  return lowerBound(matches.length, (i) => (matches[i] as number) >= position);
}

function button(name: string, sign: string, onClick: () => void): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = 'tool';
  element.title = name;
  element.ariaLabel = name;
  element.textContent = sign;
  element.addEventListener('click', onClick);
  return element;
}
