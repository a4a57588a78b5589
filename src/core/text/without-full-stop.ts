// Turns sentences into phrases.

/** For sentences that are used where a caller adds the full stop. */
export function withoutFullStop(sentence: string): string {
  return sentence.replace(/\.$/, '');
}
