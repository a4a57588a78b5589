import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createRenderScheduler } from './render-scheduler.ts';

const frameMs = 16;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  // Node draws nothing and so has no frames.
  vi.stubGlobal('requestAnimationFrame', (draw: () => void) => setTimeout(draw, frameMs));
  vi.stubGlobal('cancelAnimationFrame', clearTimeout);
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Asks `perSecond` times a second for two seconds; answers how often it was drawn in the second one. */
function drawings(perSecond: number): number {
  let drawn = 0;
  const pace = createRenderScheduler(() => drawn++);
  let before = 0;
  for (let i = 0; i < 2 * perSecond; i++) {
    if (i === perSecond) before = drawn;
    pace.request();
    vi.advanceTimersByTime(1000 / perSecond);
  }
  return drawn - before;
}

test('renders once on the next frame for all earlier requests', () => {
  let drawn = 0;
  const pace = createRenderScheduler(() => drawn++);
  for (let i = 0; i < 5; i++) pace.request();
  expect(drawn).toBe(0);
  vi.advanceTimersByTime(frameMs);
  expect(drawn).toBe(1);
});

test('a render is due from its request until it is done', () => {
  const pace = createRenderScheduler(() => {});
  expect(pace.isDue).toBe(false);
  pace.request();
  expect(pace.isDue).toBe(true);
  vi.advanceTimersByTime(frameMs);
  expect(pace.isDue).toBe(false);
});

test('renders every request of slow traffic', () => {
  expect(drawings(40)).toBe(40);
});

test('renders about four times a second in a burst', () => {
  expect(drawings(1_000)).toBeLessThanOrEqual(5);
  expect(drawings(1_000)).toBeGreaterThanOrEqual(3);
});

/** Whether each drawing was a part of a frame. */
function notedFrames(isMuch?: () => boolean) {
  let isInFrame = false;
  vi.stubGlobal('requestAnimationFrame', (draw: () => void) =>
    setTimeout(() => {
      isInFrame = true;
      draw();
      isInFrame = false;
    }, frameMs),
  );
  const inFrames: boolean[] = [];
  return { inFrames, pace: createRenderScheduler(() => inFrames.push(isInFrame), isMuch) };
}

test('renders many changes between two frames, and few within one', () => {
  const { inFrames, pace } = notedFrames();
  pace.request();
  vi.advanceTimersByTime(frameMs);
  // Too few for a burst, but much to draw at once.
  for (let i = 0; i < 9; i++) pace.request();
  vi.advanceTimersByTime(2 * frameMs);
  expect(inFrames).toEqual([true, false]);
  for (let i = 0; i < 600; i++) {
    pace.request();
    vi.advanceTimersByTime(1);
  }
  expect(inFrames.slice(-2)).toEqual([false, false]);
});

test('renders an expensive change between two frames', () => {
  let isMuch = true;
  const { inFrames, pace } = notedFrames(() => isMuch);
  pace.request();
  vi.advanceTimersByTime(2 * frameMs);
  isMuch = false;
  pace.request();
  vi.advanceTimersByTime(2 * frameMs);
  expect(inFrames).toEqual([false, true]);
});

test('renders soon after the end of a burst, and reports the end', () => {
  const bursts: boolean[] = [];
  const pace = createRenderScheduler((isBurst) => bursts.push(isBurst));
  for (let i = 0; i < 300; i++) {
    pace.request();
    vi.advanceTimersByTime(1);
  }
  const before = bursts.length;
  expect(bursts.at(-1)).toBe(true);
  vi.advanceTimersByTime(75 + frameMs);
  expect(bursts.slice(before)).toEqual([false]);
  vi.advanceTimersByTime(1_000);
  expect(bursts).toHaveLength(before + 1);
});

test('a burst continues while the machine is briefly busy', () => {
  const bursts: boolean[] = [];
  const pace = createRenderScheduler((isBurst) => bursts.push(isBurst));
  for (let i = 0; i < 100; i++) {
    for (let changes = 0; changes < 8; changes++) pace.request();
    vi.advanceTimersByTime(60);
  }
  expect(bursts.slice(1)).not.toContain(false);
  expect(bursts.length).toBeLessThan(30);
});

test('renders each request again soon after a burst turns into slow traffic', () => {
  let drawn = 0;
  const pace = createRenderScheduler(() => drawn++);
  const call = (everyMs: number) => {
    pace.request();
    vi.advanceTimersByTime(everyMs);
  };
  for (let i = 0; i < 300; i++) call(1);
  for (let i = 0; i < 30; i++) call(40);
  const before = drawn;
  for (let i = 0; i < 20; i++) call(40);
  expect(drawn).toBe(before + 20);
});

test('stops rendering when it is cancelled', () => {
  let drawn = 0;
  const pace = createRenderScheduler(() => drawn++);
  pace.request();
  pace.cancel();
  vi.advanceTimersByTime(1_000);
  expect(drawn).toBe(0);
});
