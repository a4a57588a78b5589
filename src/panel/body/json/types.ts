// Ranges in a formatted text.

/** Characters of the laid-out text, whose lines end with one character each. */
export interface TextRange {
  readonly from: number;
  readonly to: number;
}

/** The value that a pointer leads to. */
export interface PointerRange extends TextRange {
  /** The property's name, in its quotes, where the value is a property's. */
  readonly key?: TextRange;
  /** Nothing is at the pointer: this is the nearest thing around it, by its name or its opening bracket. */
  readonly missing: boolean;
}
