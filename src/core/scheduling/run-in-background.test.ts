import { expect, test } from 'vitest';
import { runInBackground } from './run-in-background.ts';

function* counting(steps: number): Generator<number, string> {
  for (let i = 1; i <= steps; i++) {
    const endMs = performance.now() + 2;
    while (performance.now() < endMs);
    yield i / steps;
  }
  return 'done';
}

test('gives what long work returns, and says how far it is meanwhile', async () => {
  const heard: number[] = [];
  expect(await runInBackground(counting(20), { onProgress: (share) => heard.push(share) })).toBe('done');
  expect(heard.length).toBeGreaterThan(1);
  expect(heard).toEqual(heard.toSorted((a, b) => a - b));
});

test('rejects with what the work throws, in whatever slice', async () => {
  function* failing(): Generator<number, string> {
    yield* counting(10);
    throw new Error('in the end');
  }
  await expect(runInBackground(failing())).rejects.toThrow('in the end');
});

test('ends when it is cancelled', async () => {
  const controller = new AbortController();
  const ended = runInBackground(counting(1_000), { signal: controller.signal, onProgress: () => controller.abort() });
  await expect(ended).rejects.toThrow('aborted');
});
