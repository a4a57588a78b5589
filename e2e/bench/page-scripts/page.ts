// What the inspected page does while it is measured. Each function runs there and sees nothing but its parameters.

export interface BurstOptions {
  readonly requests: number;
  readonly concurrency: number;
  /** Projects in each answer. */
  readonly items: number;
}

/** All times in ms since the epoch, by the clock that all documents of the machine share. */
export interface PageTimes {
  readonly startMs: number;
  /** When the last body had been read. */
  readonly endMs: number;
  /** When each `fetch` resolved, in that order. */
  readonly responseMs: readonly number[];
}

/** As many requests as given, `parallel` of them at a time. */
export async function sendBurst(_: Window, { requests, concurrency, items }: BurstOptions): Promise<PageTimes> {
  const now = () => performance.timeOrigin + performance.now();
  const responseMs: number[] = [];
  let sent = 0;
  const work = async () => {
    while (sent < requests) {
      const response = await fetch(`/projects.xro/2.0/Projects?n=${sent++}&items=${items}`);
      responseMs.push(now());
      await response.arrayBuffer();
    }
  };
  const startMs = now();
  await Promise.all(Array.from({ length: concurrency }, work));
  return { startMs, endMs: now(), responseMs };
}

/** One request every `everyMs`, whether or not those before have been answered. */
export async function sendSteadily(_: Window, { requests, everyMs }: { requests: number; everyMs: number }) {
  const now = () => performance.timeOrigin + performance.now();
  const responseMs: number[] = [];
  const startMs = now();
  const call = async (n: number) => {
    await new Promise((done) => setTimeout(done, startMs + n * everyMs - now()));
    const response = await fetch(`/projects.xro/2.0/Projects?n=${n}&items=2`);
    responseMs.push(now());
    await response.arrayBuffer();
  };
  await Promise.all(Array.from({ length: requests }, (_, n) => call(n)));
  return { startMs, endMs: now(), responseMs };
}
