// What is kept from one DevTools to the next, in the browser's local storage. The one place that uses the polyfill.

import browser from 'webextension-polyfill';
import { type LoadedSettings, readSettings, type Settings, settingNames } from '../core/settings.ts';

/** A store that cannot be read counts as broken whole; whatever it holds, the rest stays. */
export async function loadSettings(): Promise<LoadedSettings> {
  const stored = await browser.storage.local.get(settingNames).catch((error: unknown) => {
    console.warn('Settings were not read:', error);
    return undefined;
  });
  return readSettings(stored);
}

/** A failure to save costs the user what was set and nothing else; the console says why. */
export function saveSettings(values: Partial<Settings>): void {
  browser.storage.local.set(values).catch((error: unknown) => console.warn('Settings were not saved:', error));
}
