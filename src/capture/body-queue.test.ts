import { expect, test, vi } from 'vitest';
import type { Body } from '../core/model/exchange.ts';
import { harEntry } from '../testing/har-entry.ts';
import { createBodyQueue } from './body-queue.ts';

const large = (text: string) => harEntry({ size: 100_000, content: [text, ''] });

test('reads large bodies one at a time, even if a listener throws', async () => {
  const consoleError = vi.spyOn(console, 'error').mockImplementation(() => {});
  const reader = createBodyQueue();
  reader.read(large('first'), () => {
    throw new Error('The listener failed.');
  });
  const body = await new Promise<Body>((resolve) => reader.read(large('second'), resolve));
  expect(body).toMatchObject({ kind: 'text', text: 'second' });
  expect(consoleError.mock.calls).toEqual([[new Error('The listener failed.')]]);
  consoleError.mockRestore();
});

test('reports the body of an unreadable entry as unavailable', async () => {
  const entry = Object.defineProperty(harEntry(), 'getContent', {
    get() {
      throw new Error('gone');
    },
  });
  const body = await new Promise<Body>((resolve) => createBodyQueue().read(entry, resolve));
  expect(body).toMatchObject({ kind: 'unavailable', reason: 'not-provided', detail: 'Error: gone' });
});

test('does not read bodies that waited when the log was cleared, but those after it', async () => {
  const queue = createBodyQueue();
  const read: string[] = [];
  const waiting = { ...large('waiting'), getContent: () => read.push('waiting') };
  queue.read(large('first'), () => read.push('first'));
  queue.read(waiting, () => read.push('done'));
  await new Promise<Body>((resolve) => {
    queue.clear();
    queue.read(large('later'), resolve);
  });
  expect(read).toEqual([]);
});
