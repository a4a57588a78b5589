// The theme of DevTools.

export interface Theme {
  readonly isDark: boolean;
  /** Calls `listener` after every change. Returns a function that unsubscribes it. */
  subscribe(listener: () => void): () => void;
}
