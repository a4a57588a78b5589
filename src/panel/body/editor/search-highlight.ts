// Marks what the search over all calls finds in a body, as far as it is in sight, and shows the match that was gone to.

import { type EditorState, type Extension, type Range, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view';
import { startTimeSliced } from '../../../core/scheduling/time-slicing.ts';
import type { ActiveSearch } from '../../state/search-state.ts';
import type { FormattedText } from '../json/format-json.ts';
import type { TextRange as Place } from '../json/types.ts';
import { mapSourceRange } from './map-position.ts';

interface Found {
  readonly pattern: RegExp;
  /** The match that was gone to. */
  readonly current: Place | undefined;
}

const setFound = StateEffect.define<Found | undefined>();

/** Characters beyond what is in sight, for matches that begin or end there. */
const MARGIN_CHARS = 500;
/** Marked at once. */
const MAX_HIGHLIGHTS = 2_000;

const foundField = StateField.define<Found | undefined>({
  create: () => undefined,
  update(found, { effects }) {
    for (const effect of effects) if (effect.is(setFound)) return effect.value;
    return found;
  },
});

const match = Decoration.mark({ class: 'found' });
const currentMatch = Decoration.mark({ class: 'found current' });

const marks = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;

    constructor(view: EditorView) {
      this.decorations = drawn(view);
    }

    update({ view, startState, state, viewportChanged, docChanged }: ViewUpdate): void {
      if (!viewportChanged && !docChanged && startState.field(foundField) === state.field(foundField)) return;
      this.decorations = drawn(view);
    }
  },
  { decorations: ({ decorations }) => decorations },
);

export const searchHighlightExtension: Extension = [foundField, marks];

interface Wanted {
  /** As it came. */
  readonly text: string;
  readonly layout: FormattedText;
  readonly search: ActiveSearch | undefined;
  readonly hit: Place | undefined;
}

/** Each is gone to once: a tab that is opened again by hand begins at its beginning. */
const goneTo = new WeakSet<ActiveSearch>();

/** Marks, and shows the match, also where it was folded away. A long text takes a while: the returned function ends that. */
export function highlightSearch(view: EditorView, { text, layout, search, hit }: Wanted): () => void {
  const pattern = search?.patternFor(text);
  const mark = (current: Place | undefined) => setFound.of(pattern && { pattern, current });
  if (search === undefined || hit === undefined) {
    view.dispatch({ effects: mark(undefined) });
    return () => {};
  }
  return startTimeSliced(mapSourceRange(text, hit, layout.lines), {
    onDone(place) {
      if (goneTo.has(search)) return view.dispatch({ effects: mark(place) });
      goneTo.add(search);
      const details = view.dom.closest('details');
      if (details) details.open = true;
      view.dispatch({
        selection: { anchor: place.from, head: place.to },
        effects: [mark(place), EditorView.scrollIntoView(place.from, { xMargin: 60, yMargin: 60 })],
        userEvent: 'select.search',
      });
    },
  });
}

function drawn({ state, visibleRanges }: EditorView): DecorationSet {
  const found = state.field(foundField);
  if (found === undefined) return Decoration.none;
  const { pattern, current } = found;
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

function matchesIn({ doc }: EditorState, from: number, to: number, pattern: RegExp): Place[] {
  const text = doc.sliceString(from, Math.min(doc.length, to));
  return Array.from(text.matchAll(pattern), ({ 0: words, index }) => ({
    from: from + index,
    to: from + index + words.length,
  }));
}
