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
  const answer = vi.fn();
  const forget = polls.add({ cursor: 5, follow, isClosing, answer });
  return { state, polls, answer, forget };
}

test.each([
  ['there is an entry', { last: 6 }],
  ['nothing is under way', { inFlight: 0 }],
  ['the server closes', { isClosing: () => true }],
])('answers at once if %s', (_, options) => {
  expect(start(options).answer).toHaveBeenCalledOnce();
});

test.each([
  ['an entry was stored', { last: 6 }],
  ['what was under way has ended', { inFlight: 0 }],
])('answers as soon as %s', (_, change) => {
  const { state, polls, answer } = start();
  expect(answer).not.toHaveBeenCalled();
  Object.assign(state, change);
  polls.check();
  expect(answer).toHaveBeenCalledOnce();
  polls.check();
  expect(answer).toHaveBeenCalledOnce();
});

test.each([
  ['after 10 seconds', false, 10_000],
  ['after 25 seconds if it follows', true, 25_000],
])('answers %s', (_, follow, ms) => {
  const { answer } = start({ follow });
  vi.advanceTimersByTime(ms - 300);
  expect(answer).not.toHaveBeenCalled();
  vi.advanceTimersByTime(600);
  expect(answer).toHaveBeenCalledOnce();
});

test('waits for the next entry if it follows, although nothing is under way', () => {
  const { state, polls, answer } = start({ follow: true, inFlight: 0 });
  expect(answer).not.toHaveBeenCalled();
  state.last = 6;
  polls.check();
  expect(answer).toHaveBeenCalledOnce();
});

test('forgets a client that has gone, and then has no timer', () => {
  const { answer, forget } = start();
  forget();
  vi.advanceTimersByTime(60_000);
  expect(answer).not.toHaveBeenCalled();
  expect(vi.getTimerCount()).toBe(0);
});

test('holds at most 50, and answers more at once', () => {
  const { polls } = start();
  const answers = Array.from({ length: 60 }, () => vi.fn());
  for (const answer of answers) polls.add({ cursor: 5, follow: false, isClosing: () => false, answer });
  expect(answers.filter((each) => each.mock.calls.length === 1)).toHaveLength(11);
});
