// Detects that the extension was reloaded or removed while DevTools is open: its old pages live on without the extension APIs.

const CHECK_INTERVAL_MS = 1_000;

/** Calls `listener` once. There is no event for it, but `runtime.id` disappears. */
export function onExtensionInvalidated(listener: () => void): () => void {
  const timer = setInterval(() => {
    if (chrome.runtime?.id !== undefined) return;
    clearInterval(timer);
    listener();
  }, CHECK_INTERVAL_MS);
  return () => clearInterval(timer);
}
