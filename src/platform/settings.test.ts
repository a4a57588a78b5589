// Loading the settings must never keep the panel from starting.

import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readSettings } from '../core/model/settings.ts';
import { loadSettings } from './settings.ts';

/** Before the imports: the polyfill takes the browser's API when it is loaded. */
const local = vi.hoisted(() => {
  const local = { get: (): Promise<unknown> => Promise.resolve({}) };
  const api = { runtime: { id: 'a' }, storage: { local } };
  Object.assign(globalThis, { chrome: api, browser: api });
  return local;
});

const defaults = readSettings({}).settings;
const names = Object.keys(defaults);

function settingsWith(get: () => Promise<unknown>) {
  local.get = get;
  return loadSettings();
}

beforeEach(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => {});
});

afterAll(() => {
  for (const name of ['chrome', 'browser']) Reflect.deleteProperty(globalThis, name);
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('all settings are the defaults, and named as invalid, if the storage', () => {
  test.each<[string, () => Promise<unknown>]>([
    ['is locked', () => Promise.reject(new Error('IO error: lock: File currently in use'))],
    ['is corrupt', () => Promise.reject(new Error('Corruption: not an sstable'))],
  ])('%s', async (_, get) => {
    expect(await settingsWith(get)).toEqual({ settings: defaults, invalid: names });
  });

  test('never responds', async () => {
    vi.useFakeTimers();
    const loading = settingsWith(() => new Promise(() => {}));
    await vi.advanceTimersByTimeAsync(5_000);
    expect(await loading).toEqual({ settings: defaults, invalid: names });
  });
});

test('one corrupt value resets no other', async () => {
  const stored = { split: 'wide', preserveLog: false };
  const { settings, invalid } = await settingsWith(() => Promise.resolve(stored));
  expect(settings).toEqual({ ...defaults, preserveLog: false });
  expect(invalid).toEqual(['split']);
});
