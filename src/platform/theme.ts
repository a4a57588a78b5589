// The theme of DevTools, which each browser reports in its own way.

import type { Theme } from '../core/model/theme.ts';

export interface PanelsApi {
  readonly themeName: string;
  /** Chromium; takes one handler only. */
  readonly setThemeChangeHandler?: (handler: (name: string) => void) => void;
  /** Firefox. */
  readonly onThemeChanged?: { addListener(listener: (name: string) => void): void };
}

/** Anything but `dark` is light: Chromium reports `default`, Firefox `light`. */
export function devtoolsTheme(panels: PanelsApi): Theme {
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
