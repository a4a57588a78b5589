// Finds the property or value at a position in JSON, and its path.

import { syntaxTree } from '@codemirror/language';
import type { EditorState } from '@codemirror/state';

type SyntaxNode = ReturnType<ReturnType<typeof syntaxTree>['resolveInner']>;

export interface PathAt {
  /** An index is a number. */
  readonly path: readonly (string | number)[];
  readonly from: number;
  readonly to: number;
}

const values = new Set(['Object', 'Array', 'String', 'Number', 'True', 'False', 'Null']);

/** `undefined` on whitespace, on brackets, and where the text has not been parsed yet. */
export function pathAt(state: EditorState, position: number, side: -1 | 0 | 1): PathAt | undefined {
  const node = syntaxTree(state).resolveInner(position, side);
  const isName = node.name === 'PropertyName';
  if (!isName && (!values.has(node.name) || node.firstChild)) return undefined;
  const path: (string | number)[] = [];
  for (let inner = node, outer = node.parent; outer; inner = outer, outer = outer.parent) {
    if (outer.name === 'Property') path.push(nameOf(outer, state));
    else if (outer.name === 'Array') path.push(indexOf(inner, outer));
  }
  return { path: path.reverse(), from: node.from, to: node.to };
}

function nameOf(property: SyntaxNode, state: EditorState): string {
  const name = property.getChild('PropertyName');
  const written = state.sliceDoc(name?.from, name?.to);
  try {
    return String(JSON.parse(written));
  } catch {
    // A truncated name, or one with an invalid escape, isn't a documented field.
    return written;
  }
}

/** Uses a cursor: going from sibling to sibling is slow at the end of a long array. */
function indexOf(item: SyntaxNode, array: SyntaxNode): number {
  const cursor = array.cursor();
  let index = 0;
  for (let more = cursor.firstChild(); more && cursor.from < item.from; more = cursor.nextSibling()) {
    if (values.has(cursor.name)) index++;
  }
  return index;
}
