// The clipboard of the window that the panel is in: it takes text after a click or a key, without a permission.

/** Rejects where the browser refuses. */
export function copyText(text: string): Promise<void> {
  return navigator.clipboard.writeText(text);
}
