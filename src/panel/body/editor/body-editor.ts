// A body in CodeMirror. Loaded when the first body is opened: other folders may import only types from this folder.

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
import { specialChars } from './special-chars.ts';
import { theme } from './theme.ts';

export interface BodyEditor {
  /** Replaces all annotations. */
  setAnnotations(marks: readonly Annotation[], ranges: FormattedText['ranges']): void;
  /** Scrolls to the value at a pointer, selects it and focuses the editor. */
  revealPointer(pointer: string): void;
  /** Highlights the search over all requests and reveals its current match. */
  setSearch(search: ActiveSearch | undefined, hit: TextRange | undefined): void;
  openSearch(): void;
  destroy(): void;
}

interface Source {
  /** Its accessible name. */
  readonly label: string;
  /** The body as received. */
  readonly text: string;
  readonly layout: FormattedText;
  readonly fieldAt: FieldLookup;
  /** Offset of the top visible line in the formatted text. */
  readonly top: number;
  readonly onScroll: (top: number) => void;
}

/** Throws if the editor can't be rendered. */
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
      // Outside of the editor, which may be too short for them.
      tooltips({ parent: document.body }),
      marking.of([]),
      isWrapped ? EditorView.lineWrapping : [],
      isHighlighted ? [jsonExtensions, fieldHover(fieldAt)] : [],
      specialChars,
      bodySearchExtension,
      searchHighlightExtension,
      // Without Tab, which leaves the editor.
      keymap.of([...foldKeymap, ...standardKeymap]),
      theme,
    ],
  });
  const scrollTo = top > 0 && top < state.doc.length && EditorView.scrollIntoView(top, { y: 'start', yMargin: 0 });
  const view = new EditorView({ parent, root: cspSafeDocument, state, ...(scrollTo && { scrollTo }) });
  const { scrollDOM } = view;
  scrollDOM.addEventListener('scroll', () => {
    // The last event may arrive after another body has replaced this one.
    if (scrollDOM.isConnected) onScroll(view.lineBlockAtHeight(scrollDOM.scrollTop).from);
  });
  let ranges = layout.ranges;
  let cancelFind = () => {};
  return {
    setAnnotations(marks, found) {
      ranges = found;
      const { doc } = view.state;
      const diagnostics = toDiagnostics(marks, ranges, doc);
      view.dispatch({ effects: marking.reconfigure(annotationGutter(diagnostics, doc)) });
      view.dispatch(setDiagnostics(view.state, diagnostics));
    },
    revealPointer(pointer) {
      const target = ranges.get(pointer);
      if (target) {
        const range = selectionRange(target, view.state.doc);
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
