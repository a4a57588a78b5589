// Lays JSON out in lines of coloured pieces, and finds the line of a place in it. Numbers and texts stay as they were written.

import { applyEdits, findNodeAtLocation, format, type JSONPath, parseTree } from 'jsonc-parser';
import { fromPointer } from '../core/json-pointer.ts';
import { stripByteOrderMark } from '../core/read-json.ts';

export type PieceKind = 'property' | 'string' | 'number' | 'keyword' | 'plain';

export interface Piece {
  readonly kind: PieceKind;
  readonly text: string;
}

export interface Line {
  readonly pieces: readonly Piece[];
  /** What is wrong at this line. */
  readonly mark: string | undefined;
}

/** A place that is at fault, as a JSON pointer, and what is wrong there. */
export interface Mark {
  readonly pointer: string;
  readonly text: string;
}

/** Longer or deeper texts are shown as they came: laying them out would hold up the panel. */
const longestLayout = 262_144;
const deepestLayout = 200;

/** `undefined` where the text is not JSON, or too long or too deep to be laid out. Never throws. */
export function jsonLines(source: string, marks: readonly Mark[]): Line[] | undefined {
  const text = stripByteOrderMark(source);
  if (!/^\s*[{[]/.test(text) || text.length > longestLayout || depthOf(text) > deepestLayout) return undefined;
  const laidOut = applyEdits(text, format(text, undefined, { insertSpaces: true, tabSize: 2 }));
  const marked = markedLines(laidOut, marks);
  return pieces(laidOut).map((line, i) => ({ pieces: line, mark: marked.get(i) }));
}

function depthOf(text: string): number {
  let [now, most] = [0, 0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x7b || code === 0x5b) most = Math.max(most, ++now);
    else if (code === 0x7d || code === 0x5d) now--;
  }
  return most;
}

/** A place that is not there marks the nearest thing around it: a missing field belongs to its object. */
function markedLines(text: string, marks: readonly Mark[]): Map<number, string> {
  const marked = new Map<number, string>();
  const root = marks.length > 0 ? parseTree(text) : undefined;
  if (root === undefined) return marked;
  for (const mark of marks) {
    const path = fromPointer(mark.pointer);
    for (let length = path.length; length >= 0; length--) {
      const node = findNodeAtLocation(root, path.slice(0, length).map(asIndex) as JSONPath);
      if (node === undefined) continue;
      const line = text.slice(0, node.offset).split('\n').length - 1;
      const words = length === path.length ? mark.text : `${mark.pointer} is missing: ${mark.text}`;
      marked.set(line, marked.has(line) ? `${marked.get(line)} ${words}` : words);
      break;
    }
  }
  return marked;
}

function asIndex(segment: string): string | number {
  return /^\d+$/.test(segment) ? Number(segment) : segment;
}

/** A property's name, another string, a number or a keyword; what lies between is plain. */
const token = /("[^"\\]*(?:\\.[^"\\]*)*")(\s*:)?|-?\d[\d.eE+-]*|true|false|null/g;

function pieces(text: string): Piece[][] {
  return text.split('\n').map((line) => {
    const list: Piece[] = [];
    let end = 0;
    for (const match of line.matchAll(token)) {
      const [whole, string, colon = ''] = match;
      const value = string ?? whole;
      list.push({ kind: 'plain', text: line.slice(end, match.index) }, { kind: kindOf(value, colon), text: value });
      end = match.index + value.length;
    }
    return [...list, { kind: 'plain', text: line.slice(end) }];
  });
}

function kindOf(value: string, colon: string): PieceKind {
  if (value.startsWith('"')) return colon ? 'property' : 'string';
  return /^[tfn]/.test(value) ? 'keyword' : 'number';
}
