// What is kept from one DevTools to the next, in the browser's local storage. The one place that uses the polyfill.

import browser from 'webextension-polyfill';

export interface Settings {
  /** The list's share of the panel, 0..1. */
  readonly split: number;
  /** In which the client to copy is written. */
  readonly clientLanguage: string;
}

const defaults: Settings = { split: 0.5, clientLanguage: 'typescript' };

/** Broken or missing values are replaced by their defaults; a store that cannot be read counts as empty. */
export async function loadSettings(): Promise<Settings> {
  const stored: Record<string, unknown> = await browser.storage.local
    .get(['split', 'clientLanguage'])
    .catch(() => ({}));
  const { split, clientLanguage } = stored;
  return {
    split: typeof split === 'number' && split > 0 && split < 1 ? split : defaults.split,
    clientLanguage: typeof clientLanguage === 'string' ? clientLanguage : defaults.clientLanguage,
  };
}

/** A failure to save costs the user a splitter's place and nothing else; the console says why. */
export function saveSetting(values: Partial<Settings>): void {
  browser.storage.local.set(values).catch((error: unknown) => console.warn('Settings were not saved:', error));
}
