// Two bodies in CodeMirror with their differences highlighted. Loaded when bodies are first compared.

import './disable-input-pending.ts';

import { standardKeymap } from '@codemirror/commands';
import { foldKeymap } from '@codemirror/language';
import { MergeView, unifiedMergeView } from '@codemirror/merge';
import { EditorState, type Extension, Text } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import type { FormattedText } from '../json/format-json.ts';
import { cspSafeDocument } from './csp-safe-document.ts';
import { jsonExtensions, MAX_HIGHLIGHT_CHARS, MAX_WRAP_CHARS } from './json-language.ts';
import { mergeTheme } from './merge-theme.ts';
import { specialChars } from './special-chars.ts';
import { theme } from './theme.ts';

export interface MergeEditor {
  destroy(): void;
}

interface Side {
  /** Its accessible name. */
  readonly label: string;
  readonly layout: FormattedText;
}

interface MergeOptions {
  /** Inline instead of side by side. */
  readonly isNarrow: boolean;
  /** Collapses unchanged lines. */
  readonly onlyDifferences: boolean;
}

/** Throws if the editor can't be rendered. */
export function createMergeEditor(
  parent: HTMLElement,
  [a, b]: readonly [Side, Side],
  { isNarrow, onlyDifferences }: MergeOptions,
): MergeEditor {
  const shared = { diffConfig, gutter: true, ...(onlyDifferences && { collapseUnchanged: { margin: 2, minSize: 3 } }) };
  const root = cspSafeDocument;
  if (!isNarrow) {
    return new MergeView({ parent, root, a: stateOf(a), b: stateOf(b), ...shared });
  }
  const original = Text.of(a.layout.lines);
  const unified = [
    unifiedMergeView({ original, mergeControls: false, ...shared }),
    EditorView.editorAttributes.of({ class: 'unified' }),
  ];
  const state = stateOf(b, unified);
  return new EditorView({ parent, root, state: EditorState.create(state) });
}

/** After this time the differences are approximate. */
const diffConfig = { scanLimit: 500, timeout: 200 };

function stateOf({ label, layout }: Side, more: Extension = []): { doc: Text; extensions: Extension } {
  const { isJson, longestLine, lines } = layout;
  const extensions = [
    EditorState.readOnly.of(true),
    EditorView.contentAttributes.of({ 'aria-label': label }),
    // Both sides scroll together.
    longestLine <= MAX_WRAP_CHARS ? EditorView.lineWrapping : [],
    isJson && longestLine <= MAX_HIGHLIGHT_CHARS ? jsonExtensions : [],
    keymap.of([...foldKeymap, ...standardKeymap]),
    theme,
    mergeTheme,
    specialChars,
    more,
  ];
  return { doc: Text.of(lines), extensions };
}
