// Releases the text that a regular expression matched last.

/** `RegExp.input` holds that text as a whole, until the next match in the same page. */
export function forgetLastMatch(): void {
  /^/.test('');
}
