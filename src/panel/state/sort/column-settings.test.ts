import { expect, test } from 'vitest';
import { choose, readColumns, writeColumns } from './column-settings.ts';
import { columns, isColumn, shownColumns } from './columns.ts';

const shown = (text: string) => shownColumns(readColumns(text, isColumn)).map(({ id }) => id);
const usual = columns.filter(({ isExtra }) => !isExtra).map(({ id }) => id);

test('nothing chosen shows the usual columns', () => {
  expect(shown('')).toEqual(usual);
});

test('what was chosen is read as it was written', () => {
  let choices = readColumns('', isColumn);
  choices = choose(choices, 'path', { width: 240 });
  choices = choose(choices, 'status', { isShown: false });
  choices = choose(choices, 'size', { isShown: true });
  choices = choose(choices, 'size', { width: 80 });
  choices = choose(choices, 'time', { width: undefined });
  expect(writeColumns(choices)).toBe('path:240 -status +size:80');
  expect(writeColumns(readColumns(writeColumns(choices), isColumn))).toBe('path:240 -status +size:80');
  expect(shown(writeColumns(choices))).toEqual([
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
  expect(writeColumns(readColumns(text, isColumn))).toBe('');
  expect(shown(text)).toEqual(usual);
});

test('hiding all shows the usual columns', () => {
  expect(shown(columns.map(({ id }) => `-${id}`).join(' '))).toEqual(usual);
});
