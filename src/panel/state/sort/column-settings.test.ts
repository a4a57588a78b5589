import { expect, test } from 'vitest';
import type { ColumnSettings } from '../../../core/model/settings.ts';
import { updateColumn, validColumnSettings } from './column-settings.ts';
import { columns, isColumn, visibleColumns } from './columns.ts';

const valid = (stored: ColumnSettings) => validColumnSettings(stored, isColumn);
const shown = (stored: ColumnSettings) => visibleColumns(valid(stored)).map(({ id }) => id);
const usual = columns.filter(({ hiddenByDefault }) => !hiddenByDefault).map(({ id }) => id);

test('nothing chosen shows the usual columns', () => {
  expect(shown({})).toEqual(usual);
});

test('what was chosen is what is saved', () => {
  let choices: ColumnSettings = {};
  choices = updateColumn(choices, 'path', { width: 240 });
  choices = updateColumn(choices, 'status', { isShown: false });
  choices = updateColumn(choices, 'size', { isShown: true });
  choices = updateColumn(choices, 'size', { width: 80 });
  choices = updateColumn(choices, 'time', { width: undefined });
  const expected = { path: { width: 240 }, status: { isShown: false }, size: { isShown: true, width: 80 } };
  expect(choices).toEqual(expected);
  expect(valid(JSON.parse(JSON.stringify(choices)))).toEqual(expected);
  expect(shown(choices)).toEqual(['time', 'method', 'operation', 'path', 'diagnosis', 'size', 'duration']);
});

test.each([
  ['names that are unknown', { colour: { width: 80 }, shape: { isShown: false }, constructor: { width: 90 } }],
  [
    'widths that make no sense',
    { path: { width: 1 }, status: { width: 99_999 }, time: { width: -5 }, method: { width: 99.5 }, duration: {} },
  ],
])('%s change nothing', (_, stored) => {
  expect(valid(stored)).toEqual({});
  expect(shown(stored)).toEqual(usual);
});

test('a column that is back at its defaults has no settings', () => {
  expect(updateColumn({ path: { width: 240 }, size: { isShown: true } }, 'path', { width: undefined })).toEqual({
    size: { isShown: true },
  });
});

test('hiding all shows the usual columns', () => {
  expect(shown(Object.fromEntries(columns.map(({ id }) => [id, { isShown: false }])))).toEqual(usual);
});
