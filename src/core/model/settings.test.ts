// What settings are after a store was read, whatever is in it.

import { expect, test } from 'vitest';
import { readSettings } from './settings.ts';

const atFirst = readSettings({}).settings;

test('an empty store is no broken one', () => {
  expect(readSettings({}).broken).toEqual([]);
});

test.each([
  ['a number of another time', { split: 7 }, ['split']],
  ['a text for a number', { split: '0.5' }, ['split']],
  ['nothing where something was', { mappings: null }, ['mappings']],
  ['a language without a client', { clientLanguage: 'cobol' }, ['clientLanguage']],
  ['a text without end', { columns: 'x'.repeat(30_000) }, ['columns']],
  ['a list for a text', { unredacted: ['names'], preserveLog: 'yes' }, ['unredacted', 'preserveLog']],
])('%s falls back, and is named', (_, stored, names) => {
  expect(readSettings(stored)).toEqual({ settings: atFirst, broken: names });
});

test('what is whole stays beside what is broken', () => {
  const { settings, broken } = readSettings({ split: 0.3, clientLanguage: 5, preserveLog: false });
  expect(settings).toEqual({ ...atFirst, split: 0.3, preserveLog: false });
  expect(broken).toEqual(['clientLanguage']);
});

test('a store that cannot be read leaves everything as at first', () => {
  expect(readSettings(undefined).settings).toEqual(atFirst);
});
