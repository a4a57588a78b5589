// Highlights the matches of the search over all requests in the visible part of a body, and reveals the current one.

import { type EditorState, type Extension, type Range, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view';
import { startTimeSliced } from '../../../core/scheduling/time-slicing.ts';
import type { ActiveSearch } from '../../state/search-state.ts';
import type { FormattedText } from '../json/format-json.ts';
import type { TextRange } from '../json/types.ts';
import { mapSourceRange } from './map-position.ts';

interface Highlight {
  readonly pattern: RegExp;
  /** The current match. */
  readonly current: TextRange | undefined;
}

const setHighlight = StateEffect.define<Highlight | undefined>();

/** Also searched outside the visible part, for matches that cross its edges. */
const MARGIN_CHARS = 500;
/** Per viewport. */
const MAX_HIGHLIGHTS = 2_000;

const highlightField = StateField.define<Highlight | undefined>({
  create: () => undefined,
  update(highlight, { effects }) {
    for (const effect of effects) if (effect.is(setHighlight)) return effect.value;
    return highlight;
  },
});

const match = Decoration.mark({ class: 'found' });
const currentMatch = Decoration.mark({ class: 'found current' });

const marks = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;

    constructor(view: EditorView) {
      this.decorations = decorationsOf(view);
    }

    update({ view, startState, state, viewportChanged, docChanged }: ViewUpdate): void {
      if (!viewportChanged && !docChanged && startState.field(highlightField) === state.field(highlightField)) return;
      this.decorations = decorationsOf(view);
    }
  },
  { decorations: ({ decorations }) => decorations },
);

export const searchHighlightExtension: Extension = [highlightField, marks];

interface SearchedText {
  /** As received. */
  readonly text: string;
  readonly layout: FormattedText;
  readonly search: ActiveSearch | undefined;
  readonly hit: TextRange | undefined;
}

/** Sets the highlight and reveals the current match, in a collapsed section too. Returns a function that cancels the work on a long text. */
export function highlightSearch(view: EditorView, { text, layout, search, hit }: SearchedText): () => void {
  const pattern = search?.patternFor(text);
  const effectFor = (current: TextRange | undefined) => setHighlight.of(pattern && { pattern, current });
  if (search === undefined || hit === undefined) {
    view.dispatch({ effects: effectFor(undefined) });
    return () => {};
  }
  return startTimeSliced(mapSourceRange(text, hit, layout.lines), {
    onDone(range) {
      if (!search.claimReveal()) return view.dispatch({ effects: effectFor(range) });
      const details = view.dom.closest('details');
      if (details) details.open = true;
      view.dispatch({
        selection: { anchor: range.from, head: range.to },
        effects: [effectFor(range), EditorView.scrollIntoView(range.from, { xMargin: 60, yMargin: 60 })],
        userEvent: 'select.search',
      });
    },
  });
}

function decorationsOf({ state, visibleRanges }: EditorView): DecorationSet {
  const highlight = state.field(highlightField);
  if (highlight === undefined) return Decoration.none;
  const { pattern, current } = highlight;
  const ranges: Range<Decoration>[] = [];
  let next = 0;
  for (const visible of visibleRanges) {
    const from = Math.max(next, visible.from - MARGIN_CHARS);
    for (const { from: at, to } of matchesIn(state, from, visible.to + MARGIN_CHARS, pattern)) {
      if (ranges.length === MAX_HIGHLIGHTS) break;
      if (at !== current?.from) ranges.push(match.range(at, to));
      next = to;
    }
  }
  if (current && current.from < current.to) ranges.push(currentMatch.range(current.from, current.to));
  return Decoration.set(ranges, true);
}

function matchesIn({ doc }: EditorState, from: number, to: number, pattern: RegExp): TextRange[] {
  const text = doc.sliceString(from, Math.min(doc.length, to));
  return Array.from(text.matchAll(pattern), ({ 0: words, index }) => ({
    from: from + index,
    to: from + index + words.length,
  }));
}
