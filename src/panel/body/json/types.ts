// Ranges in a formatted text.

/** Offsets in the formatted text, in which each line break is one character. */
export interface TextRange {
  readonly from: number;
  readonly to: number;
}

/** The value at a pointer. */
export interface PointerRange extends TextRange {
  /** The name of the property, with its quotes, if the value belongs to one. */
  readonly key?: TextRange;
  /** There is no value at the pointer: this is the name or the opening bracket of the nearest enclosing value. */
  readonly missing: boolean;
}
