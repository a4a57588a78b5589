// What settings there are, and what is made of a store, whatever it holds.

import { type ClientLanguageId, isClientLanguageId } from '../client/languages/languages.ts';

/** Texts, numbers and booleans only. */
export interface Settings {
  /** The list's share of the panel, 0..1. */
  split: number;
  /** Of the client to copy. */
  clientLanguage: ClientLanguageId;
  /** The list's columns as `name:width` in pixels, with `+` before those asked for and `-` before those hidden; empty: as they come. */
  columns: string;
  /** Addresses and paths that stand for the API root, one a line. */
  mappings: string;
  /** Classes that exports and copies show as they are, separated by spaces. */
  unredacted: string;
  /** Whether what was heard outlives the page. */
  preserveLog: boolean;
  /** Whether single keys do something anywhere in the panel. */
  singleKeys: boolean;
  /** Names of sections that are not open or closed as they come, separated by spaces. */
  sections: string;
}

/** One more setting is one more row. */
const settings: { readonly [Name in keyof Settings]: SettingRow<Settings[Name]> } = {
  split: { defaultValue: 0.5, isValid: (value) => typeof value === 'number' && value > 0 && value < 1 },
  clientLanguage: { defaultValue: 'typescript', isValid: isClientLanguageId },
  columns: { defaultValue: '', isValid: isText },
  mappings: { defaultValue: '', isValid: isText },
  unredacted: { defaultValue: '', isValid: isText },
  preserveLog: { defaultValue: true, isValid: (value) => typeof value === 'boolean' },
  singleKeys: { defaultValue: true, isValid: (value) => typeof value === 'boolean' },
  sections: { defaultValue: '', isValid: isText },
};

interface SettingRow<Value> {
  readonly defaultValue: Value;
  readonly isValid: (value: unknown) => boolean;
}

export const settingNames: string[] = Object.keys(settings);

export interface LoadedSettings {
  readonly settings: Settings;
  /** Names of those that were stored but cannot be read, and so are as if never set. */
  readonly broken: readonly string[];
}

/** `undefined`: nothing could be read. */
export function readSettings(stored: Readonly<Record<string, unknown>> | undefined): LoadedSettings {
  const broken: string[] = [];
  const read = Object.entries(settings).map(([name, { defaultValue, isValid }]) => {
    const value = stored?.[name];
    if (stored !== undefined && value === undefined) return [name, defaultValue];
    if (stored !== undefined && isValid(value)) return [name, value];
    broken.push(name);
    return [name, defaultValue];
  });
  return { settings: Object.fromEntries(read) as Settings, broken };
}

/** Longer ones are none of ours. Characters. */
const MAX_SETTING_CHARS = 20_000;

function isText(value: unknown): boolean {
  return typeof value === 'string' && value.length <= MAX_SETTING_CHARS;
}
