import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createRenderScheduler } from './render-scheduler.ts';

const FRAME_MS = 16;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  // Node has no frames.
  vi.stubGlobal('requestAnimationFrame', (callback: () => void) => setTimeout(callback, FRAME_MS));
  vi.stubGlobal('cancelAnimationFrame', clearTimeout);
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Changes `perSecond` times a second for two seconds. Returns how often it rendered in the second one. */
function countRenders(perSecond: number): number {
  let renders = 0;
  const scheduler = createRenderScheduler(() => renders++);
  let before = 0;
  for (let i = 0; i < 2 * perSecond; i++) {
    if (i === perSecond) before = renders;
    scheduler.request();
    vi.advanceTimersByTime(1000 / perSecond);
  }
  return renders - before;
}

test('renders once, on the next frame, for all changes before it', () => {
  let renders = 0;
  const scheduler = createRenderScheduler(() => renders++);
  for (let i = 0; i < 5; i++) scheduler.request();
  expect(renders).toBe(0);
  expect(scheduler.isDue).toBe(true);
  vi.advanceTimersByTime(FRAME_MS);
  expect(renders).toBe(1);
  expect(scheduler.isDue).toBe(false);
});

test('renders every change of slow traffic', () => {
  expect(countRenders(40)).toBe(40);
});

test('renders about four times a second in a burst', () => {
  expect(countRenders(1_000)).toBeLessThanOrEqual(5);
  expect(countRenders(1_000)).toBeGreaterThanOrEqual(3);
});

test('renders soon after a burst has ended', () => {
  const renders: boolean[] = [];
  const scheduler = createRenderScheduler((isBurst) => renders.push(isBurst));
  for (let i = 0; i < 300; i++) {
    scheduler.request();
    vi.advanceTimersByTime(1);
  }
  const before = renders.length;
  expect(renders.at(-1)).toBe(true);
  vi.advanceTimersByTime(75 + FRAME_MS);
  expect(renders.slice(before)).toEqual([false]);
  vi.advanceTimersByTime(1_000);
  expect(renders).toHaveLength(before + 1);
});

test('a burst outlasts a moment in which the machine is busy with something else', () => {
  const renders: boolean[] = [];
  const scheduler = createRenderScheduler((isBurst) => renders.push(isBurst));
  for (let i = 0; i < 100; i++) {
    for (let changes = 0; changes < 8; changes++) scheduler.request();
    vi.advanceTimersByTime(60);
  }
  expect(renders.slice(1)).not.toContain(false);
  expect(renders.length).toBeLessThan(30);
});

test('renders each change again soon after a burst has turned into slow traffic', () => {
  let renders = 0;
  const scheduler = createRenderScheduler(() => renders++);
  const change = (everyMs: number) => {
    scheduler.request();
    vi.advanceTimersByTime(everyMs);
  };
  for (let i = 0; i < 300; i++) change(1);
  for (let i = 0; i < 30; i++) change(40);
  const before = renders;
  for (let i = 0; i < 20; i++) change(40);
  expect(renders).toBe(before + 20);
});

test('does not render after cancel', () => {
  let renders = 0;
  const scheduler = createRenderScheduler(() => renders++);
  scheduler.request();
  scheduler.cancel();
  vi.advanceTimersByTime(1_000);
  expect(renders).toBe(0);
});
