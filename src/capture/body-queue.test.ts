import { expect, test, vi } from 'vitest';
import type { Body } from '../core/model/exchange.ts';
import { harEntry } from '../testing/har-entry.ts';
import { createBodyQueue } from './body-queue.ts';

const large = (text: string) => harEntry({ size: 100_000, content: [text, ''] });

test('reads large bodies one by one, even if one fails', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => {});
  const reader = createBodyQueue();
  reader.read(large('first'), () => {
    throw new Error('Nobody listens.');
  });
  const body = await new Promise<Body>((done) => reader.read(large('second'), done));
  expect(body).toMatchObject({ kind: 'text', text: 'second' });
  expect(said.mock.calls).toEqual([[new Error('Nobody listens.')]]);
  said.mockRestore();
});

test('an entry that cannot be read gives a lost body', async () => {
  const entry = Object.defineProperty(harEntry(), 'getContent', {
    get() {
      throw new Error('gone');
    },
  });
  const body = await new Promise<Body>((done) => createBodyQueue().read(entry, done));
  expect(body).toMatchObject({ kind: 'lost', why: 'withheld', detail: 'Error: gone' });
});
