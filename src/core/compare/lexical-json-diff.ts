// How two JSON texts of the same values differ: in what reading them loses, or in nothing that counts.

import { createScanner } from 'jsonc-parser';
import { toPointer } from '../text/json-pointer.ts';
import { type ComparedRow, rowOf } from './comparison.ts';

/** At least one row. `a` and `b` are not the same text, and JSON that is read as the same values. */
export function lexicalDifferences(a: string, b: string): ComparedRow[] {
  const harmless = [rowOf('writing', a, b, 'the values are the same')];
  if (differsOnlyInWhitespace(a, b)) return harmless;
  const [one, other] = [writingOf(a), writingOf(b)];
  const rows = [...repeatedRows(one, other), ...numberRows(one, other)].filter(({ kind }) => kind !== 'same');
  if (rows.length > 0) return rows;
  // Values that another of their name took the place of may differ, and so may what is beyond the bounds.
  return one.repeated.size > 0 || one.isCut || other.isCut ? [rowOf('', a, b)] : harmless;
}

/** Nothing but the space between differs. */
function differsOnlyInWhitespace(a: string, b: string): boolean {
  const [tokensA, tokensB] = [tokensOf(a), tokensOf(b)];
  for (;;) {
    const [one, other] = [tokensA.next(), tokensB.next()];
    if (one.done || other.done) return one.done === other.done;
    if (one.value.text !== other.value.text) return false;
  }
}

interface Token {
  /** As it is written. */
  readonly text: string;
  /** Of a string, what it says. */
  readonly value: string;
}

function* tokensOf(text: string): Generator<Token, void> {
  const scanner = createScanner(text, true);
  for (;;) {
    scanner.scan();
    const at = scanner.getTokenOffset();
    if (at >= text.length) return;
    yield { text: text.slice(at, at + scanner.getTokenLength()), value: scanner.getTokenValue() };
  }
}

/** What `JSON.parse` does not tell, by JSON pointer. */
interface LexicalFacts {
  /** How often a name is given that is there more than once in its object. */
  readonly repeated: ReadonlyMap<string, number>;
  /** Numbers that JavaScript reads as others, as they are written. */
  readonly numbers: ReadonlyMap<string, string>;
  /** There are more of them. */
  readonly isCut: boolean;
}

const MAX_DIFFERENCES = 200;

interface Level {
  /** Of an object, its names so far. */
  readonly names: Map<string, number> | undefined;
  /** Where it is in it. */
  at: string | number;
}

function writingOf(text: string): LexicalFacts {
  const repeated = new Map<string, number>();
  const numbers = new Map<string, string>();
  const levels: Level[] = [];
  let isName = false;
  for (const token of tokensOf(text)) {
    if (repeated.size + numbers.size >= MAX_DIFFERENCES) return { repeated, numbers, isCut: true };
    const [sign = ''] = token.text;
    const level = levels.at(-1);
    if (sign === '{' || sign === '[') {
      levels.push(sign === '{' ? { names: new Map(), at: '' } : { names: undefined, at: 0 });
      isName = sign === '{';
    } else if (sign === '}' || sign === ']') {
      levels.pop();
    } else if (sign === ',' && level) {
      isName = level.names !== undefined;
      if (typeof level.at === 'number') level.at++;
    } else if (sign === '"' && isName && level?.names) {
      isName = false;
      level.at = token.value;
      const times = (level.names.get(token.value) ?? 0) + 1;
      level.names.set(token.value, times);
      if (times > 1) repeated.set(pointerOf(levels), times);
    } else if (losesPrecision(token.text)) {
      numbers.set(pointerOf(levels), token.text);
    }
  }
  return { repeated, numbers, isCut: false };
}

function pointerOf(levels: readonly Level[]): string {
  return toPointer(levels.map(({ at }) => at));
}

function repeatedRows(a: LexicalFacts, b: LexicalFacts): ComparedRow[] {
  const times = (count: number | undefined) => (count === undefined ? 'once' : `${count} times`);
  return [...new Set([...a.repeated.keys(), ...b.repeated.keys()])].map((pointer) =>
    rowOf(`${pointer} given`, times(a.repeated.get(pointer)), times(b.repeated.get(pointer))),
  );
}

function numberRows(a: LexicalFacts, b: LexicalFacts): ComparedRow[] {
  const pointers = [...new Set([...a.numbers.keys(), ...b.numbers.keys()])];
  return pointers.flatMap((pointer) => {
    const [written, other] = [a.numbers.get(pointer), b.numbers.get(pointer)];
    // The one that is not lost is written as the lost one is read.
    const x = written ?? String(Number(other));
    const y = other ?? String(Number(written));
    return normalizeNumber(x) === normalizeNumber(y) ? [] : [rowOf(pointer, x, y)];
  });
}

/** Is read as another number than is written. */
function losesPrecision(token: string): boolean {
  if (!/^-?\d/.test(token)) return false;
  const read = String(Number(token));
  return token !== read && normalizeNumber(token) !== normalizeNumber(read);
}

/** The same for `10`, `10.0` and `1e1`: digits without zeros at either end, and the power of ten of the last one. */
function normalizeNumber(number: string): string {
  const [, sign = '', whole = '', fraction = '', power = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(number) ?? [];
  const digits = whole + fraction;
  let [from, to] = [0, digits.length];
  while (from < to && digits[from] === '0') from++;
  while (to > from && digits[to - 1] === '0') to--;
  if (from === to) return '0';
  return `${sign}${digits.slice(from, to)}e${Number(power) - fraction.length + digits.length - to}`;
}
