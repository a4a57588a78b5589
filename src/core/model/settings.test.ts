// The settings that result from reading stored values, whatever they are.

import { expect, test } from 'vitest';
import { readSettings } from './settings.ts';

const atFirst = readSettings({}).settings;

test('an empty store has no invalid settings', () => {
  expect(readSettings({}).invalid).toEqual([]);
});

test.each([
  ['a number of another time', { split: 7 }, ['split']],
  ['a text for a number', { split: '0.5' }, ['split']],
  ['nothing where something was', { mappings: null }, ['mappings']],
  ['a language without a client', { clientLanguage: 'cobol' }, ['clientLanguage']],
  ['a text without end', { columns: 'x'.repeat(30_000) }, ['columns']],
  ['a list without end', { mappings: Array(3_000).fill('/api/xero') }, ['mappings']],
  ['a text for a list', { unredacted: 'names', preserveLog: 'yes' }, ['unredacted', 'preserveLog']],
  ['a list that is not of texts', { sections: ['body', 7] }, ['sections']],
  ['a text for the columns', { columns: 'path:240 -status' }, ['columns']],
  ['a list for the columns', { columns: [] }, ['columns']],
  ['columns without end', { columns: { ['x'.repeat(30_000)]: { width: 80 } } }, ['columns']],
  ['a width that is a text', { columns: { path: { width: '1e3' } } }, ['columns']],
  ['a column that is no object', { columns: { path: 240, status: null } }, ['columns']],
])('%s falls back, and is named', (_, stored, names) => {
  expect(readSettings(stored)).toEqual({ settings: atFirst, invalid: names });
});

test('valid settings are used even if others are invalid', () => {
  const { settings, invalid } = readSettings({ split: 0.3, clientLanguage: 5, preserveLog: false });
  expect(settings).toEqual({ ...atFirst, split: 0.3, preserveLog: false });
  expect(invalid).toEqual(['clientLanguage']);
});

test('saved settings are read unchanged', () => {
  const saved = {
    columns: { path: { width: 240 }, status: { isShown: false }, size: { isShown: true, width: 80 } },
    mappings: ['/api/xero', 'half an addr'],
    unredacted: ['names', 'ids'],
    sections: ['body'],
  };
  expect(readSettings(saved)).toEqual({ settings: { ...atFirst, ...saved }, invalid: [] });
});

test('a store that can’t be read leaves all settings at their defaults', () => {
  expect(readSettings(undefined).settings).toEqual(atFirst);
});
