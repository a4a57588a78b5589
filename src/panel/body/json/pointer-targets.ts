// JSON pointers as a tree, which the formatter walks alongside the text to find their values.

import { fromPointer } from '../../../core/text/json-pointer.ts';
import type { PointerRange, TextRange } from './types.ts';

export interface PointerNode {
  readonly children: Map<string, PointerNode>;
  found: Match | undefined;
}

interface Match extends TextRange {
  to: number;
  readonly key: TextRange | undefined;
  /** The match of the parent at that time. A later property of the same name replaces the parent's match. */
  readonly parent: Match | undefined;
}

/** The root of the tree. */
export function buildPointerTree(pointers: readonly string[]): PointerNode {
  const root = node();
  for (const pointer of pointers) {
    let at = root;
    for (const segment of fromPointer(pointer)) {
      const child = at.children.get(segment) ?? node();
      at.children.set(segment, child);
      at = child;
    }
  }
  return root;
}

function node(): PointerNode {
  return { children: new Map(), found: undefined };
}

/** Records a value, in place of an earlier one: of properties with the same name, JSON.parse and most servers use the last. */
export function recordMatch(target: PointerNode, { from, to }: TextRange, key?: TextRange, parent?: PointerNode): void {
  target.found = { from, to, key, parent: parent?.found };
}

/** Returns the ranges by pointer; empty if the text contains no value. */
export function resolvePointers(root: PointerNode, pointers: readonly string[]): Map<string, PointerRange> {
  const ranges = new Map<string, PointerRange>();
  if (root.found === undefined) return ranges;
  for (const pointer of pointers) ranges.set(pointer, rangeOf(root.found, root, fromPointer(pointer)));
  return ranges;
}

function rangeOf(start: Match, root: PointerNode, segments: readonly string[]): PointerRange {
  let [at, found] = [root, start];
  for (const segment of segments) {
    const child = at.children.get(segment);
    if (child?.found === undefined || child.found.parent !== found) return enclosingRange(found);
    [at, found] = [child, child.found];
  }
  const { from, to, key } = found;
  return { from, to, ...(key && { key }), missing: false };
}

/** For a missing value: the name or the opening bracket of the object that should have it. */
function enclosingRange({ from, key }: Match): PointerRange {
  return key ? { ...key, key, missing: true } : { from, to: from + 1, missing: true };
}
