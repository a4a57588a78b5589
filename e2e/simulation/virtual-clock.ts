// Time that passes only when everybody waits: a day of calls in milliseconds, and the same at every run.

export interface VirtualClock {
  /** Ms since the epoch. */
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  /** Lets time pass until nobody waits. Rejects when one of `tasks` does. */
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
        const place = waiting.findIndex((each) => each.atMs > atMs);
        waiting.splice(place === -1 ? waiting.length : place, 0, { atMs, wake });
      }),
    async run(tasks) {
      let isOver = false;
      const all = Promise.all(tasks).finally(() => {
        isOver = true;
      });
      while (!isOver) {
        await settled();
        const next = waiting.shift();
        if (next === undefined) break;
        nowMs = next.atMs;
        next.wake();
      }
      await all;
    },
  };
}

/** Lets all that can go on without time passing go on. */
async function settled(): Promise<void> {
  for (let i = 0; i < 25; i++) await null;
}
