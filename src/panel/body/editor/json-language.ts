// What JSON looks like in an editor, and up to which size.

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

/** A string in one piece is read by the JSON parser without a rest: a longer one would hold up the panel. Characters. */
export const MAX_HIGHLIGHT_CHARS = 1_000_000;
/** Lines longer than this run on to the right: to break them, all of them would have to be measured. Characters. */
export const MAX_WRAP_CHARS = 20_000;
