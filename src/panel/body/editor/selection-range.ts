// The part of a value that is highlighted and selected.

import { EditorSelection, type SelectionRange, type Text } from '@codemirror/state';
import type { PointerRange } from '../json/types.ts';

/** A property with its name; for a multi-line value only the name or, without one, the opening bracket. */
export function selectionRange({ from, to, key, missing }: PointerRange, doc: Text): SelectionRange {
  if (missing) return EditorSelection.range(from, to);
  const isInOneLine = to <= doc.lineAt(from).to;
  return EditorSelection.range(key?.from ?? from, isInOneLine ? to : (key?.to ?? from + 1));
}
