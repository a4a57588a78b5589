import { describe, expect, test } from 'vitest';
import { type EntryOptions, harEntry } from '../testing/har-entry.ts';
import type { BrowserEntry } from './har-entry.ts';
import { readResponseBody } from './read-response-body.ts';

const base64 = (bytes: readonly number[]) => btoa(String.fromCharCode(...bytes));
const utf8 = (text: string) => base64([...new TextEncoder().encode(text)]);
const read = (options: EntryOptions) => readResponseBody(harEntry(options));
const readWith = (getContent: () => unknown, options: EntryOptions = {}) =>
  readResponseBody({ ...harEntry(options), getContent } as BrowserEntry);

describe('readResponseBody', () => {
  test('reports how much of a body is cut off where Firefox pads it with NULs', async () => {
    const content = [`{"a":1,"b"${'\0'.repeat(50)}`, 'application/json'] as const;
    expect(await read({ content })).toMatchObject({ kind: 'text', text: '{"a":1,"b"', bytes: 60, missingChars: 50 });
    expect(await read({ content: ['{}', ''] })).not.toHaveProperty('missingChars');
  });

  test.each<[string, EntryOptions, string]>([
    ['callback (text, "")', { content: ['{"a":"ä"}', ''] }, '{"a":"ä"}'],
    ['callback (base64, "base64")', { content: [utf8('{"a":"ä"}'), 'base64'] }, '{"a":"ä"}'],
    [
      'Firefox: callback (base64, MIME type), the entry knows the encoding',
      { content: [utf8('ä'), 'application/x'], encoding: 'base64' },
      'ä',
    ],
    ['callback ([text, encoding])', { content: [['text', ''], undefined] }, 'text'],
    ['callback ({content, encoding})', { content: [{ content: utf8('x'), encoding: 'base64' }, undefined] }, 'x'],
    ['the HAR’s own text', { harText: 'text' }, 'text'],
    ['the HAR’s own base64', { harText: utf8('text'), encoding: 'base64' }, 'text'],
    ['UTF-16 with a byte order mark', { content: [base64([0xff, 0xfe, 0x41, 0x00]), 'base64'] }, 'A'],
    ['Windows-1252', { content: [base64([0x4d, 0xfc, 0x6c, 0x6c]), 'base64'] }, 'Müll'],
  ])('reads %s', async (_, options, text) => {
    expect(await read(options)).toMatchObject({ kind: 'text', text });
  });

  test.each<[string, () => unknown, string]>([
    ['a promise for {content, encoding}', async () => ({ content: 'text', encoding: '' }), 'text'],
    ['a promise for a pair', async () => ['text', 'application/json'], 'text'],
  ])('reads %s', async (_, getContent, text) => {
    expect(await readWith(getContent)).toMatchObject({ kind: 'text', text });
  });

  test.each<[string, () => unknown, object]>([
    [
      'a rejection',
      () => Promise.reject(new Error('gone')),
      { kind: 'unavailable', reason: 'navigated', detail: 'Error: gone' },
    ],
    [
      'an exception',
      () => {
        throw new Error('gone');
      },
      { kind: 'unavailable', reason: 'navigated' },
    ],
    ['a promise for null', async () => null, { kind: 'unavailable', reason: 'not-provided' }],
  ])('reports an unavailable body on %s', async (_, getContent, expected) => {
    expect(await readWith(getContent, { size: 9 })).toMatchObject(expected);
  });

  test('does not wait forever for a browser that never calls back', async () => {
    const entry: BrowserEntry = { ...harEntry({ size: 9 }), getContent: () => undefined };
    expect(await readResponseBody(entry, 5)).toEqual({
      kind: 'unavailable',
      reason: 'not-provided',
      bytes: 9,
      detail: 'The browser didn’t respond within 0.005 s.',
    });
  });

  test.each<[string, EntryOptions, object]>([
    [
      'undefined',
      { content: [undefined, undefined], size: 9 },
      { kind: 'unavailable', reason: 'not-provided', bytes: 9 },
    ],
    [
      'null for a body too large',
      { content: [null, ''], size: 40_000_000 },
      { kind: 'unavailable', reason: 'not-provided', bytes: 40_000_000 },
    ],
    ['null and a negative size', { content: [null, ''], size: -138 }, { kind: 'unavailable', bytes: undefined }],
    [
      'null for a body that the page stopped reading',
      { content: [null, ''], size: 5, error: 'net::ERR_ABORTED' },
      { kind: 'unavailable', reason: 'interrupted' },
    ],
    ['an empty text', { content: ['', ''] }, { kind: 'none' }],
    ['a picture', { content: [base64([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]), 'base64'] }, { kind: 'binary', bytes: 7 }],
    ['text that is said to be base64', { content: ['{"a":1}', 'base64'] }, { kind: 'text', text: '{"a":1}' }],
    [
      'a word that happens to be valid base64',
      { content: ['Unauthorized', 'base64'] },
      { kind: 'text', text: 'Unauthorized' },
    ],
  ])('recognizes %s', async (_, options, expected) => {
    expect(await read(options)).toMatchObject(expected);
  });
});
