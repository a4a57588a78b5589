import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createLongPolls } from './long-polls.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A poll of a reader that has everything up to entry 5. */
function start({ last = 5, inFlight = 1, follow = false, isClosing = (): boolean => false } = {}) {
  const state = { last, inFlight };
  const polls = createLongPolls(
    () => state.last,
    () => state.inFlight,
  );
  const respond = vi.fn();
  const forget = polls.add({ cursor: 5, follow, isClosing, respond });
  return { state, polls, respond, forget };
}

test.each([
  ['there is an entry', { last: 6 }],
  ['nothing is under way', { inFlight: 0 }],
  ['the server closes', { isClosing: () => true }],
])('responds at once if %s', (_, options) => {
  expect(start(options).respond).toHaveBeenCalledOnce();
});

test.each([
  ['an entry was stored', { last: 6 }],
  ['what was under way has ended', { inFlight: 0 }],
])('responds as soon as %s', (_, change) => {
  const { state, polls, respond } = start();
  expect(respond).not.toHaveBeenCalled();
  Object.assign(state, change);
  polls.check();
  expect(respond).toHaveBeenCalledOnce();
  polls.check();
  expect(respond).toHaveBeenCalledOnce();
});

test.each([
  ['after 10 seconds', false, 10_000],
  ['after 25 seconds if it follows', true, 25_000],
])('responds %s', (_, follow, ms) => {
  const { respond } = start({ follow });
  vi.advanceTimersByTime(ms - 300);
  expect(respond).not.toHaveBeenCalled();
  vi.advanceTimersByTime(600);
  expect(respond).toHaveBeenCalledOnce();
});

test('waits for the next entry if it follows, even if nothing is under way', () => {
  const { state, polls, respond } = start({ follow: true, inFlight: 0 });
  expect(respond).not.toHaveBeenCalled();
  state.last = 6;
  polls.check();
  expect(respond).toHaveBeenCalledOnce();
});

test('forgets a client that has disconnected, and then has no timer', () => {
  const { respond, forget } = start();
  forget();
  vi.advanceTimersByTime(60_000);
  expect(respond).not.toHaveBeenCalled();
  expect(vi.getTimerCount()).toBe(0);
});

test('defers at most 50 responses, and sends others at once', () => {
  const { polls } = start();
  const callbacks = Array.from({ length: 60 }, () => vi.fn());
  for (const respond of callbacks) polls.add({ cursor: 5, follow: false, isClosing: () => false, respond });
  expect(callbacks.filter((each) => each.mock.calls.length === 1)).toHaveLength(11);
});
