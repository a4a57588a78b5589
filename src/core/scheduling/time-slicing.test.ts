import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { runTimeSliced } from './time-slicing.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});

afterEach(() => {
  vi.useRealTimers();
});

/** Each step takes a millisecond. */
function* counting(steps: number): Generator<number, string> {
  for (let i = 1; i <= steps; i++) {
    vi.setSystemTime(0);
    vi.advanceTimersByTime(1);
    yield i;
  }
  return 'done';
}

function run(steps: number) {
  const heard: (string | number)[] = [];
  const note = (each: string | number) => heard.push(each);
  return { heard, cancel: runTimeSliced(counting(steps), { onProgress: note, onDone: note }) };
}

test('does short work at once', () => {
  expect(run(5).heard).toEqual(['done']);
});

test('rests after each slice of long work, and says how far it is', () => {
  const { heard } = run(20);
  expect(heard).toEqual([8]);
  vi.runAllTimers();
  expect(heard).toEqual([8, 16, 'done']);
});

test('does nothing more once it is cancelled', () => {
  const { heard, cancel } = run(20);
  cancel();
  vi.runAllTimers();
  expect(heard).toEqual([8]);
});
