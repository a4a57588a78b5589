// Loads and saves settings in the browser's local storage. The only place that uses the polyfill.

import browser from 'webextension-polyfill';
import { type LoadedSettings, readSettings, type Settings, settingNames } from '../core/model/settings.ts';

/** If storage cannot be read, all settings count as invalid; one invalid value does not affect the others. */
export async function loadSettings(): Promise<LoadedSettings> {
  const stored = await browser.storage.local.get(settingNames).catch((error: unknown) => {
    console.warn('Couldn’t load the settings:', error);
    return undefined;
  });
  return readSettings(stored);
}

/** Rejects if the browser does not save them, for example because storage is full. */
export async function saveSettings(values: Partial<Settings>): Promise<void> {
  await browser.storage.local.set(values);
}
