// JSON syntax in an editor, and its size limits.

import { json } from '@codemirror/lang-json';
import { codeFolding, foldGutter, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { highlightStyle } from './theme.ts';

export const jsonExtensions: Extension = [
  json(),
  syntaxHighlighting(highlightStyle),
  codeFolding(),
  foldGutter({ openText: '▾', closedText: '▸' }),
];

/** The JSON parser reads a string without a pause: a longer one would block the panel. */
export const MAX_HIGHLIGHT_CHARS = 1_000_000;
/** Longer lines are not wrapped: to wrap them, CodeMirror would have to measure them all. */
export const MAX_WRAP_CHARS = 20_000;
