// A body in CodeMirror. Loaded when the first body is opened: only types of this folder may be imported from outside of it.

import type { Range } from '../json/types.ts';
import './disable-input-pending.ts';

import { standardKeymap } from '@codemirror/commands';
import { foldKeymap } from '@codemirror/language';
import { setDiagnostics } from '@codemirror/lint';
import { openSearchPanel } from '@codemirror/search';
import { Compartment, EditorState, Text } from '@codemirror/state';
import { EditorView, keymap, tooltips } from '@codemirror/view';
import type { MarkedSearch } from '../../state/search-state.ts';
import type { Layout } from '../json/format-json.ts';
import type { FieldAt, SourceMark } from './annotation.ts';
import { diagnosticsOf, markGutter } from './annotations.ts';
import { documentWithoutHead } from './csp-safe-document.ts';
import { fieldHover } from './field-hover.ts';
import { jsonStructure, longestHighlight, longestWrap } from './json-language.ts';
import { foundMarks, showFound } from './search-highlight.ts';
import { searchInBody } from './search-panel.ts';
import { rangeOf } from './selection-range.ts';
import { theme } from './theme.ts';

export interface SourceEditor {
  /** Marks these places and no others. */
  mark(marks: readonly SourceMark[], places: Layout['places']): void;
  /** Shows what is at a place, selects it and takes the focus. */
  show(pointer: string): void;
  /** Marks what is searched for in all calls, and shows one match of it; a new search with the same match shows it again. */
  find(search: MarkedSearch | undefined, hit: Range | undefined): void;
  openSearch(): void;
  destroy(): void;
}

interface Source {
  /** What the body is called by a screen reader. */
  readonly label: string;
  /** As it came. */
  readonly text: string;
  readonly layout: Layout;
  readonly fieldAt: FieldAt;
  /** Which place stands at the top: characters of the laid-out text. */
  readonly top: number;
  readonly onScroll: (top: number) => void;
}

/** Throws where the editor cannot be drawn. */
export function createSourceEditor(
  parent: HTMLElement,
  { label, text, layout, fieldAt, top, onScroll }: Source,
): SourceEditor {
  const isHighlighted = layout.isJson && layout.longestLine <= longestHighlight;
  const isWrapped = !layout.isJson && layout.longestLine <= longestWrap;
  const marking = new Compartment();
  const state = EditorState.create({
    doc: Text.of(layout.lines),
    extensions: [
      EditorState.readOnly.of(true),
      EditorView.contentAttributes.of({ 'aria-label': label }),
      // Out of the editor, which is too low for them where the body is short.
      tooltips({ parent: document.body }),
      marking.of([]),
      isWrapped ? EditorView.lineWrapping : [],
      isHighlighted ? [jsonStructure, fieldHover(fieldAt)] : [],
      searchInBody,
      foundMarks,
      // Tab is not among them: it leaves the editor.
      keymap.of([...foldKeymap, ...standardKeymap]),
      theme,
    ],
  });
  const scrollTo = top > 0 && top < state.doc.length && EditorView.scrollIntoView(top, { y: 'start', yMargin: 0 });
  const view = new EditorView({ parent, root: documentWithoutHead, state, ...(scrollTo && { scrollTo }) });
  const { scrollDOM } = view;
  scrollDOM.addEventListener('scroll', () => {
    // The last event may come when another body has taken its place.
    if (scrollDOM.isConnected) onScroll(view.lineBlockAtHeight(scrollDOM.scrollTop).from);
  });
  let places = layout.places;
  let cancelFind = () => {};
  return {
    mark(marks, found) {
      places = found;
      const { doc } = view.state;
      const diagnostics = diagnosticsOf(marks, places, doc);
      view.dispatch({ effects: marking.reconfigure(markGutter(diagnostics, doc)) });
      view.dispatch(setDiagnostics(view.state, diagnostics));
    },
    show(pointer) {
      const place = places.get(pointer);
      if (place) {
        const range = rangeOf(place, view.state.doc);
        view.dispatch({ selection: range, effects: EditorView.scrollIntoView(range, { yMargin: 60 }) });
      }
      view.focus();
    },
    find(search, hit) {
      cancelFind();
      cancelFind = showFound(view, { text, layout, search, hit });
    },
    openSearch: () => openSearchPanel(view),
    destroy() {
      cancelFind();
      view.destroy();
    },
  };
}
