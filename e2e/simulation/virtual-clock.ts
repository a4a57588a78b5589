// A clock that advances only when all tasks are waiting: simulates a day in milliseconds, deterministically.

export interface VirtualClock {
  /** Ms since the epoch. */
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  /** Advances time until all of `tasks` are done. Rejects if one of them does. */
  readonly run: (tasks: readonly Promise<unknown>[]) => Promise<void>;
}

export function createClock(startMs: number): VirtualClock {
  let nowMs = startMs;
  const waiting: { atMs: number; wake: () => void }[] = [];

  return {
    now: () => nowMs,
    sleep: (ms) =>
      new Promise((wake) => {
        const atMs = nowMs + Math.max(0, ms);
        const index = waiting.findIndex((each) => each.atMs > atMs);
        waiting.splice(index === -1 ? waiting.length : index, 0, { atMs, wake });
      }),
    async run(tasks) {
      let isOver = false;
      const all = Promise.all(tasks).finally(() => {
        isOver = true;
      });
      while (!isOver) {
        await flushMicrotasks();
        const next = waiting.shift();
        if (next === undefined) break;
        nowMs = next.atMs;
        next.wake();
      }
      await all;
    },
  };
}

/** Runs the microtasks that do not depend on the clock. */
async function flushMicrotasks(): Promise<void> {
  for (let i = 0; i < 25; i++) await null;
}
