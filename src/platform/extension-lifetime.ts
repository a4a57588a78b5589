// Tells when the extension was reloaded or removed under an open DevTools: its old pages live on, cut off from the browser.

const CHECK_INTERVAL_MS = 1_000;

/** Calls `gone` once. Cut off, the page has no `runtime.id` any more; no event tells of it. */
export function onExtensionInvalidated(gone: () => void): () => void {
  const timer = setInterval(() => {
    if (chrome.runtime?.id !== undefined) return;
    clearInterval(timer);
    gone();
  }, CHECK_INTERVAL_MS);
  return () => clearInterval(timer);
}
