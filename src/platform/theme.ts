// DevTools' own theme, in both browsers' ways of telling it.

export interface DevtoolsTheme {
  readonly isDark: boolean;
  /** Calls `listener` after every change; the returned function ends that. */
  subscribe(listener: () => void): () => void;
}

export interface PanelsApi {
  readonly themeName: string;
  /** Chromium; takes one handler only. */
  readonly setThemeChangeHandler?: (handler: (name: string) => void) => void;
  /** Firefox. */
  readonly onThemeChanged?: { addListener(listener: (name: string) => void): void };
}

/** Anything but `dark` is light: Chromium says `default`, Firefox `light`. */
export function devtoolsTheme(panels: PanelsApi): DevtoolsTheme {
  const listeners = new Set<() => void>();
  let isDark = panels.themeName === 'dark';
  const change = (name: string) => {
    isDark = name === 'dark';
    for (const listener of listeners) listener();
  };
  if (panels.onThemeChanged) panels.onThemeChanged.addListener(change);
  else panels.setThemeChangeHandler?.(change);
  return {
    get isDark() {
      return isDark;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
