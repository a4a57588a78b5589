// Saves text as a file: as a download, which both browsers allow from a DevTools page, however long after the click.

/** The browser asks for a location or uses the download folder, as the user has set it. It does not report whether the file was saved. */
export function saveFile(name: string, pieces: readonly string[], type: string): void {
  const url = URL.createObjectURL(new Blob([...pieces], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // While the browser asks for a location, it has not begun to read.
  setTimeout(() => URL.revokeObjectURL(url), URL_LIFETIME_MS);
}

const URL_LIFETIME_MS = 60_000;
