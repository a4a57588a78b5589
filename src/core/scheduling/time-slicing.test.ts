import { expect, test } from 'vitest';
import { runTimeSliced, startTimeSliced } from './time-slicing.ts';

/** Each step takes two milliseconds. */
function* counting(steps: number): Generator<number, string> {
  for (let i = 1; i <= steps; i++) {
    const endMs = performance.now() + 2;
    while (performance.now() < endMs);
    yield i / steps;
  }
  return 'done';
}

function* instant(): Generator<number, string> {
  yield 1;
  return 'done';
}

const nextTask = () => new Promise((resolve) => setTimeout(resolve));

test('finishes short work without a further task', async () => {
  let result: string | undefined;
  startTimeSliced(instant(), { onDone: (text) => (result = text) });
  for (let i = 0; i < 5; i++) await Promise.resolve();
  expect(result).toBe('done');
});

test('returns what long work returns and reports progress after each slice', async () => {
  const shares: number[] = [];
  expect(await runTimeSliced(counting(20), { onProgress: (share) => shares.push(share) })).toBe('done');
  expect(shares.length).toBeGreaterThan(1);
  expect(shares.length).toBeLessThan(20);
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
});

test('lets other tasks run between slices', async () => {
  let isOver = false;
  const work = runTimeSliced(counting(50)).then(() => (isOver = true));
  await nextTask();
  expect(isOver).toBe(false);
  await work;
});

test('waits for a promise that the work yields', async () => {
  let isReady = false;
  function* waiting(): Generator<Promise<unknown>, boolean> {
    yield nextTask().then(() => (isReady = true));
    return isReady;
  }
  expect(await runTimeSliced(waiting())).toBe(true);
});

test('reports no progress before the work yields some', async () => {
  function* waiting(): Generator<number | Promise<unknown>, void> {
    yield new Promise((resolve) => setTimeout(resolve, 20));
    yield* [0.8, 1];
  }
  const shares: number[] = [];
  await runTimeSliced(waiting(), { onProgress: (share) => shares.push(share) });
  expect(shares).not.toContain(0);
});

test('rejects with what the work throws, in whatever slice', async () => {
  function* failing(): Generator<number, string> {
    yield* counting(10);
    throw new Error('in the end');
  }
  await expect(runTimeSliced(failing())).rejects.toThrow('in the end');
});

test('rejects with the reason of its signal', async () => {
  const controller = new AbortController();
  const ended = runTimeSliced(counting(1_000), { signal: controller.signal, onProgress: () => controller.abort() });
  await expect(ended).rejects.toThrow('aborted');
  await expect(runTimeSliced(counting(1), { signal: AbortSignal.abort() })).rejects.toThrow('aborted');
});

test('calls nothing after it is cancelled', async () => {
  const calls: (string | number)[] = [];
  const note = (value: string | number) => calls.push(value);
  const cancel = startTimeSliced(counting(20), { onProgress: note, onDone: note });
  const before = [...calls];
  cancel();
  for (let i = 0; i < 5; i++) await nextTask();
  expect(calls).toEqual(before);
  startTimeSliced(instant(), { onDone: note })();
  await nextTask();
  expect(calls).toEqual(before);
});
