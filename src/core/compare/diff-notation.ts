// Compares JSON texts that parse to the same values: by repeated names, or else by insignificant notation.

import { visit } from 'jsonc-parser';
import { toPointer } from '../text/json-pointer.ts';
import { type ComparedRow, createRow } from './comparison.ts';

/** Returns at least one row. `a` and `b` are different JSON texts that parse to the same values. */
export function diffNotation(a: string, b: string): ComparedRow[] {
  const [countsA, countsB] = [countRepeatedNames(a), countRepeatedNames(b)];
  const pointers = [...new Set([...countsA.keys(), ...countsB.keys()])];
  const rows = pointers
    .map((pointer) => createRow(`${pointer} occurs`, times(countsA.get(pointer)), times(countsB.get(pointer))))
    .filter(({ kind }) => kind !== 'same');
  if (rows.length > 0) return rows;
  // JSON.parse keeps only the last value of a repeated name, so earlier ones may differ.
  return pointers.length > 0 ? [createRow('', a, b)] : [createRow('formatting', a, b, 'same values')];
}

function times(count: number | undefined): string {
  return count === undefined ? 'once' : `${count} times`;
}

/** The number of occurrences of each repeated name in its object, by JSON pointer. */
function countRepeatedNames(text: string): ReadonlyMap<string, number> {
  const repeated = new Map<string, number>();
  const objects: Map<string, number>[] = [];
  try {
    visit(text, {
      onObjectBegin: () => void objects.push(new Map()),
      onObjectEnd: () => void objects.pop(),
      onObjectProperty(name, _offset, _length, _line, _character, pathToObject) {
        const counts = objects.at(-1) as Map<string, number>;
        const count = (counts.get(name) ?? 0) + 1;
        counts.set(name, count);
        if (count > 1) repeated.set(toPointer([...pathToObject(), name]), count);
      },
    });
  } catch {
    // The parser is recursive, so deep nesting overflows the stack.
  }
  return repeated;
}
