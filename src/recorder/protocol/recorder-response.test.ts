import { describe, expect, test } from 'vitest';
import { createStore } from '../recording/store.ts';
import { createRecorderResponse } from './recorder-response.ts';

const options = { version: '1.0.0', key: 'abcdefghijklmnopqrstu_', inFlight: 2 };
const entry = (text: string) => (sequence: number) => JSON.stringify({ text, _xeroServer: { sequence } });

function storeOf(...texts: string[]) {
  const store = createStore();
  for (const text of texts) store.add(entry(text));
  return store;
}

const read = (store: ReturnType<typeof createStore>, cursor: number, from = 0) => {
  const { body, next } = createRecorderResponse(store, { key: options.key, cursor, follow: false, from }, options);
  return { body: JSON.parse(body), next, bytes: Buffer.byteLength(body) };
};

describe('a response', () => {
  test('has the entries after the cursor', () => {
    const { body, next } = read(storeOf('a', 'b', 'c'), 1);
    expect(body.log.entries.map((each: { text: string }) => each.text)).toEqual(['b', 'c']);
    const { version, creator, _xeroInspector } = body.log;
    expect({ version, creator }).toEqual({
      version: '1.2',
      creator: { name: 'xero-projects-recorder', version: '1.0.0' },
    });
    expect(_xeroInspector).toEqual({ protocol: 1, key: options.key, next: 3, inFlight: 2, dropped: 0, more: false });
    expect(next).toBe(3);
  });

  test.each([
    ['nothing', 3, 3],
    ['nothing after a cursor from the future', 99, 3],
  ])('has %s', (_, cursor, next) => {
    const { body } = read(storeOf('a', 'b', 'c'), cursor);
    expect(body.log.entries).toEqual([]);
    expect(body.log._xeroInspector).toMatchObject({ next, more: false });
  });

  test('is at most 512 kB, and says that there is more', () => {
    const store = storeOf(...Array.from({ length: 30 }, (_, i) => String(i).repeat(20_000)));
    const seen: number[] = [];
    let cursor = 0;
    for (let more = true; more; ) {
      const { body, bytes } = read(store, cursor);
      expect(bytes).toBeLessThanOrEqual(512 * 1024);
      const { entries, _xeroInspector } = body.log;
      seen.push(...entries.map((each: { _xeroServer: { sequence: number } }) => each._xeroServer.sequence));
      cursor = _xeroInspector.next;
      more = _xeroInspector.more;
    }
    expect(seen).toEqual(Array.from({ length: 30 }, (_, i) => i + 1));
  });

  test.each([
    ['letters', 'x'],
    ['quotes', '"'],
    ['backslashes', '\\'],
    ['controls', '\u0001'],
    ['characters of three bytes', '€'],
    ['surrogate pairs', '😀'],
  ])('has a long entry of %s in parts with their offsets', (_, letter) => {
    const text = letter.repeat(700_000 / letter.length);
    const store = storeOf(text, 'next');
    let whole = '';
    let total = 1;
    while (whole.length < total) {
      const { body, bytes, next } = read(store, 0, whole.length);
      expect(bytes).toBeLessThanOrEqual(512 * 1024);
      expect(body.part).toMatchObject({ sequence: 1, offset: whole.length });
      whole += body.part.text;
      total = body.part.total;
      // The entry counts as read once its last part is.
      expect(next).toBe(whole.length === total ? 1 : undefined);
    }
    const { log } = JSON.parse(whole);
    expect(log.entries[0].text === text).toBe(true);
    expect(log._xeroInspector).toMatchObject({ next: 1, inFlight: 0, more: true });
    expect(read(store, 1).body.log.entries[0].text).toBe('next');
  });

  test('counts the evicted entries', () => {
    const store = createStore(2);
    for (const text of ['a', 'b', 'c', 'd']) store.add(entry(text));
    expect(read(store, 1).body.log._xeroInspector).toMatchObject({ next: 4, dropped: 1 });
  });
});
