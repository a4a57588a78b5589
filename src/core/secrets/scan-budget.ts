// Bounds the work on values that turn out to be no secrets, which may overlap: in `pin=pin=pin=…`, each value is the rest of the text.

/** The rejected values of one text may have this many times its length, together. Those of ordinary texts hardly overlap. */
const MAX_SCANS = 4;

/**
 * Returns a function that takes the length of a rejected value, and returns whether the budget still allowed it. If not, treat the value as
 * a secret: that keeps redaction linear in the length of the text, and only hostile texts lose more than they should.
 */
export function createScanBudget(textChars: number): (valueChars: number) => boolean {
  let left = MAX_SCANS * textChars;
  return (valueChars) => {
    left -= valueChars;
    return left >= 0;
  };
}
