// The result of comparing two exchanges: rows in sections.

import { excerpts } from './excerpts.ts';

export interface Comparison {
  readonly sections: readonly ComparedSection[];
}

export interface ComparedSection {
  readonly id: SectionId;
  readonly rows: readonly ComparedRow[];
  /** The number of rows omitted because there are too many to read. */
  readonly more: number;
  /** Whether the comparison stopped early, so that there may be more differences. */
  readonly isCut?: boolean;
  /** The side whose body is unavailable or incomplete, so that nothing was compared. */
  readonly unknown?: 'a' | 'b' | 'both';
}

/** Request sections, then response sections. */
export type SectionId =
  | 'address'
  | 'query'
  | 'request-headers'
  | 'token'
  | 'request-body'
  | 'status'
  | 'response-headers'
  | 'response-body';

/** Texts are excerpts around their first difference; `undefined` if the side has no value. */
export interface ComparedRow {
  /** Empty for the section as a whole. */
  readonly name: string;
  readonly a: string | undefined;
  readonly b: string | undefined;
  /** `ignorable`: an insignificant difference. */
  readonly kind: 'same' | 'changed' | 'missing' | 'added' | 'ignorable';
  /** The reason, if the kind is `ignorable`. */
  readonly reason?: string;
}

/** `why`: the reason to expect a difference, if there is one. */
export function createRow(name: string, a: string | undefined, b: string | undefined, reason?: string): ComparedRow {
  const [shownA, shownB] = excerpts(a, b);
  const kind = a === b ? 'same' : reason !== undefined ? 'ignorable' : kindOf(a, b);
  return { name: shortName(name), a: shownA, b: shownB, kind, ...(kind === 'ignorable' && reason && { reason }) };
}

/** Whether a row is a significant difference. */
export function isDifference({ kind }: ComparedRow): boolean {
  return kind !== 'same' && kind !== 'ignorable';
}

const MAX_ROWS = 200;

/** If there are too many rows, significant differences come first. */
export function createSection(id: SectionId, rows: readonly ComparedRow[], beyond = 0): ComparedSection {
  const ordered =
    rows.length <= MAX_ROWS ? rows : [...rows.filter(isDifference), ...rows.filter((row) => !isDifference(row))];
  return { id, rows: ordered.slice(0, MAX_ROWS), more: Math.max(0, rows.length - MAX_ROWS) + beyond };
}

function kindOf(a: string | undefined, b: string | undefined): ComparedRow['kind'] {
  if (a === undefined) return 'added';
  return b === undefined ? 'missing' : 'changed';
}

const MAX_NAME_CHARS = 160;

/** Keeps more of the end of a long pointer, which is more specific. */
function shortName(name: string): string {
  if (name.length <= MAX_NAME_CHARS) return name;
  return `${name.slice(0, MAX_NAME_CHARS / 4)}…${name.slice((-3 * MAX_NAME_CHARS) / 4)}`;
}
