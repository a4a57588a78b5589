// The clipboard of the panel's window: it accepts text after a click or a key press, without a permission.

/** Rejects if the browser refuses. */
export function copyText(text: string): Promise<void> {
  return navigator.clipboard.writeText(text);
}
