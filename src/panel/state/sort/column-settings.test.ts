import { expect, test } from 'vitest';
import type { ColumnSettings } from '../../../core/model/settings.ts';
import { updateColumn, validColumnSettings } from './column-settings.ts';
import { columns, isColumn, visibleColumns } from './columns.ts';

const valid = (stored: ColumnSettings) => validColumnSettings(stored, isColumn);
const shown = (stored: ColumnSettings) => visibleColumns(valid(stored)).map(({ id }) => id);
const defaults = columns.filter(({ hiddenByDefault }) => !hiddenByDefault).map(({ id }) => id);

test('without settings, the default columns are visible', () => {
  expect(shown({})).toEqual(defaults);
});

test('settings are the same after they are saved', () => {
  let settings: ColumnSettings = {};
  settings = updateColumn(settings, 'path', { width: 240 });
  settings = updateColumn(settings, 'status', { isShown: false });
  settings = updateColumn(settings, 'size', { isShown: true });
  settings = updateColumn(settings, 'size', { width: 80 });
  settings = updateColumn(settings, 'time', { width: undefined });
  const expected = { path: { width: 240 }, status: { isShown: false }, size: { isShown: true, width: 80 } };
  expect(settings).toEqual(expected);
  expect(valid(JSON.parse(JSON.stringify(settings)))).toEqual(expected);
  expect(shown(settings)).toEqual(['time', 'method', 'operation', 'path', 'diagnosis', 'size', 'duration']);
});

test.each([
  ['unknown names', { colour: { width: 80 }, shape: { isShown: false }, constructor: { width: 90 } }],
  [
    'invalid widths',
    { path: { width: 1 }, status: { width: 99_999 }, time: { width: -5 }, method: { width: 99.5 }, duration: {} },
  ],
])('ignores %s', (_, stored) => {
  expect(valid(stored)).toEqual({});
  expect(shown(stored)).toEqual(defaults);
});

test('a column with its defaults restored has no settings', () => {
  expect(updateColumn({ path: { width: 240 }, size: { isShown: true } }, 'path', { width: undefined })).toEqual({
    size: { isShown: true },
  });
});

test('hiding all columns shows the default ones', () => {
  expect(shown(Object.fromEntries(columns.map(({ id }) => [id, { isShown: false }])))).toEqual(defaults);
});
