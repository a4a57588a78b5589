// The settings, and how stored values are validated.

import { type ClientLanguageId, isClientLanguageId } from '../client/languages/languages.ts';

/** JSON values only. Arrays and objects are replaced, never changed in place. */
export interface Settings {
  /** The list's share of the panel, 0..1. */
  split: number;
  /** The language of the retry client to copy. */
  clientLanguage: ClientLanguageId;
  /** The user's changes to the list's columns, by column id. */
  columns: ColumnSettings;
  /** URL prefixes that map to the API root, as typed. */
  mappings: readonly string[];
  /** Redaction classes that exports and copies show unredacted. */
  unredacted: readonly string[];
  /** Whether the log is preserved across page loads. */
  preserveLog: boolean;
  /** Whether requests that development servers made are fetched and listed. */
  serverRequests: boolean;
  /** Whether to also list server requests that no page caused. */
  followServer: boolean;
  /** Whether single-key shortcuts are enabled. */
  singleKeys: boolean;
  /** Names of sections that the user opened or closed, if that differs from their default. */
  sections: readonly string[];
}

export type ColumnSettings = Readonly<Record<string, ColumnSetting>>;

/** `undefined`: the column's default. */
export interface ColumnSetting {
  readonly isShown?: boolean | undefined;
  /** In px. */
  readonly width?: number | undefined;
}

/** A new setting is a new row. */
const settings: { readonly [Name in keyof Settings]: SettingRow<Settings[Name]> } = {
  split: { defaultValue: 0.5, isValid: (value) => typeof value === 'number' && value > 0 && value < 1 },
  clientLanguage: { defaultValue: 'typescript', isValid: isClientLanguageId },
  columns: { defaultValue: {}, isValid: isColumnSettings },
  mappings: { defaultValue: [], isValid: isTextList },
  unredacted: { defaultValue: [], isValid: isTextList },
  preserveLog: { defaultValue: true, isValid: (value) => typeof value === 'boolean' },
  serverRequests: { defaultValue: true, isValid: (value) => typeof value === 'boolean' },
  followServer: { defaultValue: false, isValid: (value) => typeof value === 'boolean' },
  singleKeys: { defaultValue: true, isValid: (value) => typeof value === 'boolean' },
  sections: { defaultValue: [], isValid: isTextList },
};

interface SettingRow<Value> {
  readonly defaultValue: Value;
  readonly isValid: (value: unknown) => boolean;
}

export const settingNames: string[] = Object.keys(settings);

export interface LoadedSettings {
  readonly settings: Settings;
  /** Names of stored settings with invalid values, for which the defaults apply. */
  readonly invalid: readonly string[];
}

/** `undefined` if the storage could not be read: then every setting is invalid. */
export function readSettings(stored: Readonly<Record<string, unknown>> | undefined): LoadedSettings {
  const invalid: string[] = [];
  const read = Object.entries(settings).map(([name, { defaultValue, isValid }]) => {
    const value = stored?.[name];
    if (stored !== undefined && value === undefined) return [name, defaultValue];
    if (stored !== undefined && isValid(value)) return [name, value];
    invalid.push(name);
    return [name, defaultValue];
  });
  return { settings: Object.fromEntries(read) as Settings, invalid };
}

/** The length of a value's JSON; longer values are invalid. */
const MAX_SETTING_CHARS = 20_000;

function isSmall(value: unknown): boolean {
  return JSON.stringify(value).length <= MAX_SETTING_CHARS;
}

function isTextList(value: unknown): boolean {
  return Array.isArray(value) && value.every((each) => typeof each === 'string') && isSmall(value);
}

function isColumnSettings(value: unknown): boolean {
  return isRecord(value) && Object.values(value).every(isColumnSetting) && isSmall(value);
}

function isColumnSetting(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { isShown, width } = value;
  return (isShown === undefined || typeof isShown === 'boolean') && (width === undefined || typeof width === 'number');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
