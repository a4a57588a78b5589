// The places that are looked for while JSON is gone through: their pointers as a tree, which is walked beside the text.

import { fromPointer } from '../../../core/text/json-pointer.ts';
import type { PointerRange, TextRange } from './types.ts';

export interface PointerNode {
  readonly children: Map<string, PointerNode>;
  found: Found | undefined;
}

interface Found extends TextRange {
  to: number;
  readonly key: TextRange | undefined;
  /** What was found at the parent then. A property of the same name that comes later makes it something else. */
  readonly inside: Found | undefined;
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

/**
 * Notes a value. It takes the place of an earlier one: of properties with the same name JSON.parse keeps the last, and so, most likely,
 * does the one who read the request.
 */
export function recordMatch(wanted: PointerNode, { from, to }: TextRange, key?: TextRange, parent?: PointerNode): void {
  wanted.found = { from, to, key, inside: parent?.found };
}

/** By pointer; empty where there was no value at all. */
export function resolvePointers(root: PointerNode, pointers: readonly string[]): Map<string, PointerRange> {
  const places = new Map<string, PointerRange>();
  if (root.found === undefined) return places;
  for (const pointer of pointers) places.set(pointer, place(root.found, root, fromPointer(pointer)));
  return places;
}

function place(start: Found, root: PointerNode, segments: readonly string[]): PointerRange {
  let [at, found] = [root, start];
  for (const segment of segments) {
    const child = at.children.get(segment);
    if (child?.found === undefined || child.found.inside !== found) return around(found);
    [at, found] = [child, child.found];
  }
  const { from, to, key } = found;
  return { from, to, ...(key && { key }), missing: false };
}

/** A missing field belongs to its object. */
function around({ from, key }: Found): PointerRange {
  return key ? { ...key, key, missing: true } : { from, to: from + 1, missing: true };
}
