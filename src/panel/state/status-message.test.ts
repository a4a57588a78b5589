// How long a message is shown.

import { afterEach, expect, test, vi } from 'vitest';
import { createStatusMessage } from './status-message.ts';

afterEach(() => vi.useRealTimers());

test('a message is shown for five seconds, restarted by the next message', () => {
  vi.useFakeTimers();
  const { text, show } = createStatusMessage();
  show('Copied.');
  vi.advanceTimersByTime(4_000);
  show('Saved.');
  vi.advanceTimersByTime(4_000);
  expect(text.value).toBe('Saved.');
  vi.advanceTimersByTime(1_000);
  expect(text.value).toBe('');
});

test('dispose clears the timer', () => {
  vi.useFakeTimers();
  const { show, dispose } = createStatusMessage();
  show('Copied.');
  dispose();
  expect(vi.getTimerCount()).toBe(0);
});
