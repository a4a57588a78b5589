// What is told of two exchanges side by side: rows, part by part.

import { excerpts } from './excerpts.ts';

export interface Comparison {
  readonly sections: readonly ComparedSection[];
}

export interface ComparedSection {
  readonly id: SectionId;
  readonly rows: readonly ComparedRow[];
  /** Rows left out, for nobody reads so many. */
  readonly more: number;
  /** There may be differences that were not looked for: there is too much to look at. */
  readonly isCut?: boolean;
  /** Whose body is not at hand as a whole, so that nothing can be told of it. */
  readonly unknown?: 'a' | 'b' | 'both';
}

/** What was sent, then what came. */
export type SectionId =
  | 'address'
  | 'query'
  | 'request-headers'
  | 'token'
  | 'request-body'
  | 'answer'
  | 'response-headers'
  | 'response-body';

/** Texts are shortened to where they differ; `undefined` where the side has none. */
export interface ComparedRow {
  /** Empty: the part as a whole. */
  readonly name: string;
  readonly a: string | undefined;
  readonly b: string | undefined;
  /** `expected`: a difference that tells nothing. */
  readonly kind: 'same' | 'changed' | 'missing' | 'added' | 'expected';
  /** Of what is expected to differ. */
  readonly why?: string;
}

/** `why`: a difference is to be expected, and for this reason. */
export function createRow(name: string, a: string | undefined, b: string | undefined, why?: string): ComparedRow {
  const [shownA, shownB] = excerpts(a, b);
  const kind = a === b ? 'same' : why !== undefined ? 'expected' : kindOf(a, b);
  return { name: shortName(name), a: shownA, b: shownB, kind, ...(kind === 'expected' && why && { why }) };
}

/** Whether a row is worth looking at. */
export function isDifference({ kind }: ComparedRow): boolean {
  return kind !== 'same' && kind !== 'expected';
}

const MAX_ROWS = 200;

/** Where there are too many rows, the differences come first. */
export function createSection(id: SectionId, rows: readonly ComparedRow[], beyond = 0): ComparedSection {
  const kept =
    rows.length <= MAX_ROWS ? rows : [...rows.filter(isDifference), ...rows.filter((row) => !isDifference(row))];
  return { id, rows: kept.slice(0, MAX_ROWS), more: Math.max(0, rows.length - MAX_ROWS) + beyond };
}

function kindOf(a: string | undefined, b: string | undefined): ComparedRow['kind'] {
  if (a === undefined) return 'added';
  return b === undefined ? 'missing' : 'changed';
}

const MAX_NAME_CHARS = 160;

/** The end of a long pointer tells more than its beginning. */
function shortName(name: string): string {
  if (name.length <= MAX_NAME_CHARS) return name;
  return `${name.slice(0, MAX_NAME_CHARS / 4)}…${name.slice((-3 * MAX_NAME_CHARS) / 4)}`;
}
