// Waiting with a timeout.

import { setTimeout as sleep } from 'node:timers/promises';

/** Calls `poll` until it returns a truthy value. Throws after `ms` (default 10,000) with `awaited` in the message. */
export async function waitFor<T>(awaited: string, poll: () => T | Promise<T>, ms = 10_000): Promise<NonNullable<T>> {
  for (const end = Date.now() + ms; ; await sleep(50)) {
    const found = await withTimeout(awaited, Promise.resolve(poll()), ms);
    if (found) return found;
    if (Date.now() > end) throw new Error(`Waited ${ms / 1000} s for ${awaited}`);
  }
}

/** Resolves with the result of `work`. Throws after `ms` with `awaited` in the message. */
export async function withTimeout<T>(awaited: string, work: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Error(`Waited ${ms / 1000} s for ${awaited}`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
