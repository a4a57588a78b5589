// How long what was done is told.

import { afterEach, expect, test, vi } from 'vitest';
import { createStatusMessage } from './status-message.ts';

afterEach(() => vi.useRealTimers());

test('what was said is told for five seconds, counted anew from what is said next', () => {
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

test('nothing is waited for once it has ended', () => {
  vi.useFakeTimers();
  const { show, end } = createStatusMessage();
  show('Copied.');
  end();
  expect(vi.getTimerCount()).toBe(0);
});
