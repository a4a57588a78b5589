// Saves a text as a file: as a download, which both browsers take from a page in DevTools, however long after the click.

/** The browser asks where to, or uses its folder for downloads, as the user has set it. Whether it was saved, it does not tell. */
export function saveFile(name: string, pieces: readonly string[], type: string): void {
  const url = URL.createObjectURL(new Blob([...pieces], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // While the browser asks, it has not begun to read.
  setTimeout(() => URL.revokeObjectURL(url), URL_LIFETIME_MS);
}

const URL_LIFETIME_MS = 60_000;
