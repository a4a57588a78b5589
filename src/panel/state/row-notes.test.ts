import { expect, test } from 'vitest';
import { diagnose } from '../../core/diagnose/diagnose.ts';
import { sessionOf, type TimedExchangeOptions, timedExchanges } from '../../testing/timed-exchanges.ts';
import { createRowNotes } from './row-notes.ts';
import { columns, type RowData } from './sort/columns.ts';

/** The text of the Diagnosis column of the last request, and whether it is a warning. */
function lastRow(options: readonly TimedExchangeOptions[], isBusy = false) {
  const exchanges = timedExchanges(options);
  const exchange = exchanges.at(-1);
  const column = columns.find(({ id }) => id === 'diagnosis');
  if (exchange === undefined || column === undefined) throw new Error('There is no row.');
  const notes = createRowNotes({ session: sessionOf(exchanges), diagnosisOf: diagnose }).notesOf(exchange, isBusy);
  const row: RowData = { exchange, diagnosis: diagnose(exchange), dates: 'none', ...notes };
  return { text: column.text(row), isWarning: notes.isWarning, icons: column.icons?.(row) };
}

const post = { method: 'POST', sent: { name: 'A', contactId: '00f1a4e5-8f4a-4b3c-9f3a-2f1c6d7e8a90' } };
const keyed = (key: string) => ({ ...post, sentHeaders: { 'idempotency-key': key } });
const rejected = (...fields: string[]) => ({
  ...post,
  status: 400,
  body: { message: 'No', modelState: Object.fromEntries(fields.map((each) => [each, ['No']])) },
});

test.each<[what: string, options: TimedExchangeOptions[], text: string, isWarning: boolean]>([
  ['a success', [{ at: 0 }], 'OK', false],
  ['an unknown parameter', [{ at: 0, path: '/Projects?status=CLOSED' }], 'OK, but unknown parameter: status', true],
  [
    'several warnings',
    [
      {
        at: 0,
        path: '/Projects?status=CLOSED&pagesize=5&pagesize=6&state=CLOSED',
        sentHeaders: { accept: 'text/html' },
      },
    ],
    'OK, but unknown parameter: status, state (+2)',
    true,
  ],
  [
    'field errors',
    [{ at: 0, ...rejected('model.Name', 'model.Rate.Value') }],
    'Validation failed: name, Rate.Value',
    false,
  ],
  [
    'many field errors',
    [{ at: 0, ...rejected('model.Name', 'A', 'B', 'C', 'D') }],
    'Validation failed: name, A, B (+2)',
    false,
  ],
  [
    'names that could reorder its words, which it only counts',
    [{ at: 0, ...rejected('model.Name', '\u05d0\u202e', 'a b') }],
    'Validation failed: name (+2)',
    false,
  ],
  ['no plain name', [{ at: 0, ...rejected('\u05d0') }], 'Validation failed: 1 name', false],
  [
    'an attempt',
    [
      { at: 0, status: 500 },
      { at: 2, status: 500 },
    ],
    'Xero server error · attempt 2 of 2',
    false,
  ],
  [
    'a POST that was sent before',
    [
      { at: 0, ...post, status: 201 },
      { at: 5, ...post, status: 201 },
    ],
    'Created · possible duplicate',
    true,
  ],
  [
    'a POST that was sent before with another key',
    [
      { at: 0, ...keyed('a'), status: 201 },
      { at: 5, ...keyed('b'), status: 201 },
    ],
    'Created · possible duplicate',
    true,
  ],
  [
    'a POST that was sent before with its key',
    [
      { at: 0, ...keyed('a'), status: 201 },
      { at: 5, ...keyed('a'), status: 201 },
    ],
    'Created',
    false,
  ],
  [
    'a POST that was refused before',
    [
      { at: 0, ...rejected('model.Name') },
      { at: 700, ...post, status: 201 },
    ],
    'Created',
    false,
  ],
  ['a read that worked before', [{ at: 0 }, { at: 1 }], 'OK · repeated read', false],
  ['a read long after the first', [{ at: 0 }, { at: 9 }], 'OK', false],
  ['a read after a write', [{ at: 0 }, { at: 0.5, ...post }, { at: 1 }], 'OK', false],
])('a row shows %s', (_, options, text, isWarning) => {
  expect(lastRow(options)).toMatchObject({ text, isWarning });
});

test('a success with a warning has its icon', () => {
  expect(lastRow([{ at: 0 }]).icons).toEqual([]);
  expect(lastRow([{ at: 0, path: '/Projects?status=CLOSED' }]).icons).toEqual(['warning']);
});

test('runs no checks while the list scrolls fast', () => {
  expect(lastRow([{ at: 0, path: '/Projects?status=CLOSED' }], true).text).toBe('OK');
});
