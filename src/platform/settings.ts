// Loads and saves settings in the browser's local storage. The only place that uses the polyfill.

import browser from 'webextension-polyfill';
import { type LoadedSettings, readSettings, type Settings, settingNames } from '../core/model/settings.ts';

/** Nothing is listed before the settings are loaded. */
const TIMEOUT_MS = 5_000;

/** If storage cannot be read, or does not respond, all settings count as invalid; one invalid value does not affect the others. */
export async function loadSettings(): Promise<LoadedSettings> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`No response within ${TIMEOUT_MS / 1000} s.`)), TIMEOUT_MS);
  });
  const stored = await Promise.race([browser.storage.local.get(settingNames), timeout]).catch((error: unknown) => {
    console.warn('Couldn’t load the settings:', error);
    return undefined;
  });
  clearTimeout(timer);
  return readSettings(stored);
}

/** Rejects if the browser does not save them, for example because storage is full. */
export async function saveSettings(values: Partial<Settings>): Promise<void> {
  await browser.storage.local.set(values);
}
