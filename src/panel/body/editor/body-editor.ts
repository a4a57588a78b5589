// A body in CodeMirror. Loaded when the first body is opened: only types of this folder may be imported from outside of it.

import type { TextRange } from '../json/types.ts';
import './disable-input-pending.ts';

import { standardKeymap } from '@codemirror/commands';
import { foldKeymap } from '@codemirror/language';
import { setDiagnostics } from '@codemirror/lint';
import { openSearchPanel } from '@codemirror/search';
import { Compartment, EditorState, Text } from '@codemirror/state';
import { EditorView, keymap, tooltips } from '@codemirror/view';
import type { ActiveSearch } from '../../state/search-state.ts';
import type { FormattedText } from '../json/format-json.ts';
import type { Annotation, FieldLookup } from './annotation.ts';
import { annotationGutter, toDiagnostics } from './annotations.ts';
import { cspSafeDocument } from './csp-safe-document.ts';
import { fieldHover } from './field-hover.ts';
import { jsonExtensions, MAX_HIGHLIGHT_CHARS, MAX_WRAP_CHARS } from './json-language.ts';
import { highlightSearch, searchHighlightExtension } from './search-highlight.ts';
import { bodySearchExtension } from './search-panel.ts';
import { selectionRange } from './selection-range.ts';
import { theme } from './theme.ts';

export interface BodyEditor {
  /** Marks these places and no others. */
  setAnnotations(marks: readonly Annotation[], places: FormattedText['ranges']): void;
  /** Shows what is at a place, selects it and takes the focus. */
  revealPointer(pointer: string): void;
  /** Marks what is searched for in all calls, and shows one match of it; a new search with the same match shows it again. */
  setSearch(search: ActiveSearch | undefined, hit: TextRange | undefined): void;
  openSearch(): void;
  destroy(): void;
}

interface Source {
  /** What the body is called by a screen reader. */
  readonly label: string;
  /** As it came. */
  readonly text: string;
  readonly layout: FormattedText;
  readonly fieldAt: FieldLookup;
  /** Which place stands at the top: characters of the laid-out text. */
  readonly top: number;
  readonly onScroll: (top: number) => void;
}

/** Throws where the editor cannot be drawn. */
export function createBodyEditor(
  parent: HTMLElement,
  { label, text, layout, fieldAt, top, onScroll }: Source,
): BodyEditor {
  const isHighlighted = layout.isJson && layout.longestLine <= MAX_HIGHLIGHT_CHARS;
  const isWrapped = !layout.isJson && layout.longestLine <= MAX_WRAP_CHARS;
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
      isHighlighted ? [jsonExtensions, fieldHover(fieldAt)] : [],
      bodySearchExtension,
      searchHighlightExtension,
      // Tab is not among them: it leaves the editor.
      keymap.of([...foldKeymap, ...standardKeymap]),
      theme,
    ],
  });
  const scrollTo = top > 0 && top < state.doc.length && EditorView.scrollIntoView(top, { y: 'start', yMargin: 0 });
  const view = new EditorView({ parent, root: cspSafeDocument, state, ...(scrollTo && { scrollTo }) });
  const { scrollDOM } = view;
  scrollDOM.addEventListener('scroll', () => {
    // The last event may come when another body has taken its place.
    if (scrollDOM.isConnected) onScroll(view.lineBlockAtHeight(scrollDOM.scrollTop).from);
  });
  let places = layout.ranges;
  let cancelFind = () => {};
  return {
    setAnnotations(marks, found) {
      places = found;
      const { doc } = view.state;
      const diagnostics = toDiagnostics(marks, places, doc);
      view.dispatch({ effects: marking.reconfigure(annotationGutter(diagnostics, doc)) });
      view.dispatch(setDiagnostics(view.state, diagnostics));
    },
    revealPointer(pointer) {
      const place = places.get(pointer);
      if (place) {
        const range = selectionRange(place, view.state.doc);
        view.dispatch({ selection: range, effects: EditorView.scrollIntoView(range, { yMargin: 60 }) });
      }
      view.focus();
    },
    setSearch(search, hit) {
      cancelFind();
      cancelFind = highlightSearch(view, { text, layout, search, hit });
    },
    openSearch: () => openSearchPanel(view),
    destroy() {
      cancelFind();
      view.destroy();
    },
  };
}
