// Entries are parsed as by JSON.parse, broken files yield their intact entries and a report of the rest, and parsing takes linear time.

import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { cpuMs } from '../../testing/cpu-time.ts';
import { parseHarEntries } from './parse-har.ts';

/** Each step yields an entry, a problem or progress. More steps than characters fail the test, which catches endless loops. */
function read(text: string) {
  const entries: object[] = [];
  const problems: [index: number | undefined, reason: string][] = [];
  let steps = 0;
  let done = 0;
  for (const each of parseHarEntries(text)) {
    if (++steps > text.length + 2) throw new Error(`${steps} steps for ${text.length} characters`);
    if (each.at > text.length) throw new Error(`at ${each.at} of ${text.length}`);
    if (each.kind === 'reading') continue;
    if (each.at < done) throw new Error(`at ${each.at} after ${done}`);
    done = each.at;
    if (each.kind === 'entry') entries.push(each.value);
    if (each.kind === 'problem') problems.push([each.index, each.reason]);
  }
  return { entries, problems };
}

const anyEntry = fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue(), { maxKeys: 4 });
const anyFile = fc.record({
  before: fc.dictionary(
    fc.string().filter((name) => name !== 'entries' && name !== 'log' && name !== '__proto__'),
    fc.jsonValue(),
    { maxKeys: 3 },
  ),
  entries: fc.array(anyEntry, { maxLength: 6 }),
  wrapped: fc.constantFrom('log', 'bare', 'list'),
  layout: fc.constantFrom(undefined, 1, 2, 4, '\t'),
  mark: fc.constantFrom('', '\ufeff', '\ufeff \r\n'),
});

function fileOf({
  before,
  entries,
  wrapped,
  layout,
  mark,
}: typeof anyFile extends fc.Arbitrary<infer T> ? T : never): string {
  const log = { ...before, entries, after: 1 };
  const value = wrapped === 'list' ? entries : wrapped === 'bare' ? log : { first: [], log };
  return mark + JSON.stringify(value, null, layout);
}

const asJson = (entries: unknown): unknown[] => JSON.parse(JSON.stringify(entries));

describe('parseHarEntries', () => {
  test('parses the same as JSON.parse, in any layout', () => {
    const property = fc.property(anyFile, (file) => {
      expect(read(fileOf(file))).toEqual({ entries: asJson(file.entries), problems: [] });
    });
    fc.assert(property, { numRuns: 500 });
  });

  const entry = (i: number) => ({
    startedDateTime: `2026-11-22T14:02:0${i}Z`,
    a: { b: '}]" \\ é \ud83d\ude00' },
    n: i,
  });
  const small = { log: { version: '1.2', pages: [], entries: [entry(0), entry(1), entry(2)], comment: 'x' } };
  test.each([undefined, 2, '\t'])(
    'yields the intact entries of a file truncated at any character (layout %j)',
    (layout) => {
      const text = JSON.stringify(small, null, layout);
      for (let cut = 0; cut < text.length; cut++) {
        const { entries, problems } = read(text.slice(0, cut));
        expect(entries).toEqual(small.log.entries.slice(0, entries.length));
        if (entries.length < 3) expect(problems).toHaveLength(1);
      }
    },
  );

  test('yields the intact entries of any truncated file', () => {
    const property = fc.property(anyFile, fc.nat(), (file, cut) => {
      const text = fileOf(file);
      const { entries, problems } = read(text.slice(0, cut % text.length));
      const all = asJson(file.entries);
      expect(entries).toEqual(all.slice(0, entries.length));
      if (entries.length < all.length) expect(problems).toHaveLength(1);
    });
    fc.assert(property, { numRuns: 500 });
  });

  test('parses any text and any JSON in at most as many steps as it has characters', () => {
    const fragments = fc.constantFrom(
      ...'{}[]",:\\\n ',
      'log',
      '"log":{',
      '"entries":[',
      '{"a":',
      '\ufeff',
      '1e400',
      'NaN',
      '\0',
    );
    const anyText = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.json(),
      fc.array(fragments, { maxLength: 60 }).map((parts) => parts.join('')),
      fc.array(fragments, { maxLength: 60 }).map((parts) => `{"log":{"entries":[${parts.join('')}`),
    );
    const property = fc.property(anyText, (text) => {
      const { entries, problems } = read(text);
      for (const [, reason] of problems) expect(reason).toMatch(/^[A-Z].*\.$/);
      if (!/[[{]/.test(text)) expect(entries.length + problems.length).toBeGreaterThan(0);
    });
    fc.assert(property, { numRuns: 5_000 });
  });

  const noList = 'The file has no “entries” list. It’s not a HAR file, or it’s cut off.';
  const postman =
    'This is a Postman collection, not a HAR file. Paste the response itself, or record the request through a proxy.';
  const insomnia = 'This is an Insomnia export in another format. Choose HAR as the export format.';
  test.each([
    ['', 'The file is empty.'],
    ['\ufeff \n', 'The file is empty.'],
    ['PK\u0003\u0004\u0014', 'This is a ZIP archive. Unpack it, then import the HAR file inside.'],
    ['\u001f\ufffd\b', 'The file is compressed. Decompress it first.'],
    ['x\ufffd\ufffd', 'The file is compressed. Decompress it first.'],
    ['\ufffd\ufffd{\0"\0l\0', 'The file is encoded as UTF-16. Save it as UTF-8.'],
    ['\0{\0"\0l', 'The file is encoded as UTF-16. Save it as UTF-8.'],
    ['<!doctype html><title>HAR</title>', 'This isn’t a HAR file. It’s HTML or XML.'],
    ['HTTP/1.1 200 OK', 'This isn’t a HAR file. It’s an HTTP response as text.'],
    ['{"info":{"_postman_id":"1"},"item":[]}', postman],
    [
      '\ufeff{"item":[],"info":{"schema":"https://schema.getpostman.com/json/collection/v2.1.0/collection.json"}}',
      postman,
    ],
    ['{"info":{"name":"An API","version":"1"},"item":[]}', noList],
    ['{"_type":"export","__export_format":4,"resources":[]}', insomnia],
    ['type: collection.insomnia.rest/5.0\nname: Xero', insomnia],
    ['{"startedDateTime":"2026-11-22T14:02:41Z"}', noList],
    ['{"request":{},"startedDateTime":"2026-11-22T14', noList],
    ['[{"log":{"version":"1.2"}}]', noList],
    ['{"log":{"version":"1.2"', noList],
    ['{"log":{"entries":{}}}', noList],
    ['{"log":null}', noList],
    ['{"__proto__":{"entries":[{}]}}', noList],
    ...['null', '"log"', '5', 'NaN', '}', ']'].map((text) => [text, 'This isn’t a HAR file. It isn’t a JSON object.']),
  ])('describes %j', (text, reason) => {
    expect(read(text)).toEqual({ entries: [], problems: [[undefined, reason]] });
  });

  const notObject = 'The entry isn’t an object.';
  const notJson = 'The entry isn’t valid JSON.';
  const middle = 'The file is cut off in the middle of this entry.';
  test.each<[name: string, text: string, entries: object[], problems: [number | undefined, string][]]>([
    ['only an array', '[{"a":1}]', [{ a: 1 }], []],
    ['an empty array in `log`', '{"log":{"entries":[]}}', [], []],
    ['entries after an empty log', '{"log":{},"entries":[{"a":1}]}', [{ a: 1 }], []],
    ['extra commas', '[,,{"a":1},,{"a":2},]', [{ a: 1 }, { a: 2 }], []],
    ['a missing comma', '[{"a":1}{"a":2}]', [{ a: 1 }, { a: 2 }], []],
    [
      'values that are not JSON',
      '[{"a":1},{"b":NaN},{"b":undefined},{"c":"]}"}]',
      [{ a: 1 }, { c: ']}' }],
      [
        [1, notJson],
        [2, notJson],
      ],
    ],
    [
      'values that are not objects',
      '[7,null,"]",{"a":1},true]',
      [{ a: 1 }],
      [
        [0, notObject],
        [1, notObject],
        [2, notObject],
        [4, notObject],
      ],
    ],
    ['an entry that is an array', '[[],{"a":1}]', [[], { a: 1 }], []],
    [
      'names of prototype properties',
      '[{"__proto__":{"a":1},"constructor":null}]',
      [JSON.parse('{"__proto__":{"a":1},"constructor":null}')],
      [],
    ],
    ['a number too large', '[{"a":1e400}]', [{ a: Number.POSITIVE_INFINITY }], []],
    [
      'a stray bracket',
      '[{"a":1},},{"a":2}]',
      [{ a: 1 }],
      [[1, 'The entry isn’t valid JSON, so everything after it is unreadable.']],
    ],
    ['an extra bracket in an entry', '[{"a":1},{"a":[}},{"a":2}]', [{ a: 1 }, { a: 2 }], [[1, notJson]]],
    [
      'three files in a row',
      '{"log":{"entries":[{"a":1}],"x":{}}}\n{"log":{"entries":[{"a":2}]}}[{"a":3}]',
      [{ a: 1 }, { a: 2 }, { a: 3 }],
      [],
    ],
    [
      'an array of files',
      '[{"log":{"x":[],"entries":[{"a":1}]}},{"log":{"entries":[{"a":2}]}}]',
      [{ a: 1 }, { a: 2 }],
      [],
    ],
    ['an indented array of files', '[\n {\n  "log": {\n  "entries": [{"a":1}]\n}\n}\n]', [{ a: 1 }], []],
    [
      'a truncated array of files',
      '[{"log":{"entries":[{"a":1}]}},{"log":{"entries":[{"a"',
      [{ a: 1 }],
      [[1, 'The file is cut off in the middle of this entry.']],
    ],
    [
      'a single entry',
      '{"_priority":"High","request":{"a":[]},"startedDateTime":"x"}',
      [{ _priority: 'High', request: { a: [] }, startedDateTime: 'x' }],
      [],
    ],
    [
      'a truncated second file',
      '[{"a":1}]{"log":{"version":"1',
      [{ a: 1 }],
      [[undefined, 'The part after the entries is cut off or not HAR.']],
    ],
    [
      'a file truncated after its entries',
      '{"log":{"entries":[{"a":1}],"creator":{"version":"4.6","comm',
      [{ a: 1 }],
      [[undefined, 'The part after the entries is cut off or not HAR.']],
    ],
    [
      'HTML after the file',
      '{"log":{"entries":[{"a":1}]}}\n<html>',
      [{ a: 1 }],
      [[undefined, 'The part after the entries is cut off or not HAR.']],
    ],
    ['a file truncated between entries', '[{"a":1},', [{ a: 1 }], [[undefined, 'The file is cut off after entry 1.']]],
    [
      'a file truncated before its entries',
      '{"entries":[',
      [],
      [[undefined, 'The file is cut off before its first entry.']],
    ],
    ['a second file truncated within an entry', '[{"a":1}][{"a":2},{"a"', [{ a: 1 }, { a: 2 }], [[2, middle]]],
  ])('reads %s', (_, text, entries, problems) => {
    expect(read(text)).toEqual({ entries, problems });
  });

  test.each([undefined, 2])('finds the entries after an unclosed or a doubled quote (layout %j)', (layout) => {
    const text = JSON.stringify(
      Array.from({ length: 5 }, (_, i) => ({ startedDateTime: 'x', i, text: 'token,"}' })),
      null,
      layout,
    );
    const [lost, doubled] = [text.replace(/token(.*?)"(?=\n?\s*\})/, 'token$1'), text.replace('token', '""token')];
    for (const broken of [lost, doubled]) {
      expect(read(broken)).toEqual({ entries: JSON.parse(text).slice(1), problems: [[0, notJson]] });
    }
  });

  test('quotes nothing from the file in problems', () => {
    for (const text of [
      '[{"a":secret}]',
      '[{"a":"secret" secret}',
      '{"secret":"',
      '<secret>',
      'secret',
      '["secret"]',
    ]) {
      expect(JSON.stringify(read(text))).not.toContain('secret');
    }
  });

  const many = (each: (i: number) => string, between = ',') =>
    `{"log":{"entries":[${Array.from({ length: 20_000 }, (_, i) => each(i)).join(between)}]}}`;
  test.each([
    ['one on each line', many((i) => `{"i":${i},"a":{"b":"c"}}`, ',\n  ')],
    ['that begin like their nested objects', many((i) => `{"i":{"i":{"i":${i}}}}`)],
    ['that each begin differently', many((i) => `{"i${i}":${i}}`)],
    ['with braces at the beginning of lines', many((i) => `\n{"i":[\n{\n}\n,${i}]}`)],
    ['full of escaped quotes', many(() => `{"i":"${'\\"'.repeat(40)}"}`)],
  ])('parses 20,000 entries %s without noticeable delay', (_, text) => {
    let entries: unknown[] = [];
    const spentMs = cpuMs(() => {
      entries = read(text).entries;
    });
    expect(entries).toHaveLength(20_000);
    expect(spentMs).toBeLessThan(6_000);
  });

  test.each(['1,', '{},', '{bad},', '{"a":[},', '{"a":"},', '[{x}],', '\n  {"a":NaN},', '{"a":1}]\n[{"a":NaN}'])(
    'hands each character of 200 kB of broken %j to JSON.parse a few times at most, and rarely fails',
    (entry) => {
      const text = `[${entry.repeat(200_000 / entry.length)}`;
      const parse = vi.spyOn(JSON, 'parse');
      read(text);
      const { calls, results } = parse.mock;
      parse.mockRestore();
      expect(results.filter(({ type }) => type === 'throw').length).toBeLessThan(50);
      expect(calls.reduce((sum, [parsed]) => sum + parsed.length, 0)).toBeLessThan(4 * text.length);
    },
  );

  test('searches far for the end of an entry only a few times, however many lists there are', () => {
    const text = Array.from({ length: 20_000 }, (_, i) => `[{"a${i}":1}]`).join('');
    const slice = vi.spyOn(String.prototype, 'slice');
    const { entries } = read(text);
    const chars = slice.mock.results.reduce((sum, { value }) => sum + value.length, 0);
    slice.mockRestore();
    expect(entries).toHaveLength(20_000);
    expect(chars).toBeLessThan(20 * text.length + 400 * entries.length);
  });

  test.each([
    '{',
    '[',
    '}',
    ']',
    '"',
    '\\',
    '{"a":',
    '{"a":"',
    '[{"a":"',
    '{"a":"b","',
    '{"log":',
    '{"entries":[{',
    '\n  {',
    '\n  {"',
    '[]',
  ])('parses 500 kB of %j without noticeable delay', (text) => {
    const many = text.repeat(500_000 / text.length);
    expect(cpuMs(() => [read(many), read(`[${many}`)])).toBeLessThan(8_000);
  });
});
