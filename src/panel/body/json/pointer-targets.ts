// The places that are looked for while JSON is gone through: their pointers as a tree, which is walked beside the text.

import { fromPointer } from '../../../core/text/json-pointer.ts';
import type { Placed, Range } from './types.ts';

export interface Wanted {
  readonly children: Map<string, Wanted>;
  found: Found | undefined;
}

interface Found extends Range {
  to: number;
  readonly key: Range | undefined;
  /** What was found at the parent then. A property of the same name that comes later makes it something else. */
  readonly inside: Found | undefined;
}

/** The root of the tree. */
export function wantedPlaces(pointers: readonly string[]): Wanted {
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

function node(): Wanted {
  return { children: new Map(), found: undefined };
}

/**
 * Notes a value. It takes the place of an earlier one: of properties with the same name JSON.parse keeps the last, and so, most likely,
 * does the one who read the request.
 */
export function noteFound(wanted: Wanted, { from, to }: Range, key?: Range, parent?: Wanted): void {
  wanted.found = { from, to, key, inside: parent?.found };
}

/** By pointer; empty where there was no value at all. */
export function placesOf(root: Wanted, pointers: readonly string[]): Map<string, Placed> {
  const places = new Map<string, Placed>();
  if (root.found === undefined) return places;
  for (const pointer of pointers) places.set(pointer, place(root.found, root, fromPointer(pointer)));
  return places;
}

function place(start: Found, root: Wanted, segments: readonly string[]): Placed {
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
function around({ from, key }: Found): Placed {
  return key ? { ...key, key, missing: true } : { from, to: from + 1, missing: true };
}
