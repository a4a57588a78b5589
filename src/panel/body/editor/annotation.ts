// What a view of a body is told besides its text: what to mark in it, and what is known of its fields.

/** Something to say about a place in a body. */
export interface Annotation {
  /** JSON pointer. */
  readonly pointer: string;
  readonly severity: 'error' | 'warning' | 'note';
  readonly text: string;
  /** Who says so: `Xero`, or the title of a check. */
  readonly from: string;
}

/** What is documented of a field. */
export interface FieldDocs {
  readonly name: string;
  readonly type: string;
  readonly rule: string;
  readonly meaning: string;
  readonly basis: string;
}

/** `undefined` where nothing is known of the field. A number is an index. */
export type FieldLookup = (path: readonly (string | number)[]) => FieldDocs | undefined;
