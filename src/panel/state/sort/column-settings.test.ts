import { expect, test } from 'vitest';
import { parseColumnSettings, serializeColumnSettings, updateColumn } from './column-settings.ts';
import { columns, isColumn, visibleColumns } from './columns.ts';

const shown = (text: string) => visibleColumns(parseColumnSettings(text, isColumn)).map(({ id }) => id);
const usual = columns.filter(({ hiddenByDefault }) => !hiddenByDefault).map(({ id }) => id);

test('nothing chosen shows the usual columns', () => {
  expect(shown('')).toEqual(usual);
});

test('what was chosen is read as it was written', () => {
  let choices = parseColumnSettings('', isColumn);
  choices = updateColumn(choices, 'path', { width: 240 });
  choices = updateColumn(choices, 'status', { isShown: false });
  choices = updateColumn(choices, 'size', { isShown: true });
  choices = updateColumn(choices, 'size', { width: 80 });
  choices = updateColumn(choices, 'time', { width: undefined });
  expect(serializeColumnSettings(choices)).toBe('path:240 -status +size:80');
  expect(serializeColumnSettings(parseColumnSettings(serializeColumnSettings(choices), isColumn))).toBe(
    'path:240 -status +size:80',
  );
  expect(shown(serializeColumnSettings(choices))).toEqual([
    'time',
    'method',
    'operation',
    'path',
    'diagnosis',
    'size',
    'duration',
  ]);
});

test.each([
  ['names that are unknown', 'colour:80 -shape constructor:90'],
  ['widths that make no sense', 'path:1 status:99999 time:-5 method:1e3 duration:'],
  ['what is no setting at all', '{"path":1} \u0000 <b> ::: --status +-time'],
])('%s change nothing', (_, text) => {
  expect(serializeColumnSettings(parseColumnSettings(text, isColumn))).toBe('');
  expect(shown(text)).toEqual(usual);
});

test('hiding all shows the usual columns', () => {
  expect(shown(columns.map(({ id }) => `-${id}`).join(' '))).toEqual(usual);
});
