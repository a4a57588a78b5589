// What the body view shows besides the text: annotations, and documentation of fields.

/** A message about a value in a body. */
export interface Annotation {
  /** JSON pointer. */
  readonly pointer: string;
  readonly severity: 'error' | 'warning' | 'note';
  readonly text: string;
  /** The source: `Xero`, or the title of a check. */
  readonly from: string;
}

/** The documentation of a field. */
export interface FieldDocs {
  readonly name: string;
  readonly type: string;
  readonly rule: string;
  readonly meaning: string;
  readonly basis: string;
}

/** `undefined` for an undocumented field. A number in the path is an index. */
export type FieldLookup = (path: readonly (string | number)[]) => FieldDocs | undefined;
