// Traffic of the inspected page. Each function runs in the page and can't use its closure.

export interface BurstOptions {
  readonly requests: number;
  readonly concurrency: number;
  /** Projects in each response. */
  readonly items: number;
}

/** All times in ms since the epoch, comparable across documents. */
export interface PageTimes {
  readonly startMs: number;
  /** When the last body had been read. */
  readonly endMs: number;
  /** When each `fetch` resolved, in order. */
  readonly responseMs: readonly number[];
}

/** Sends `requests` requests, `concurrency` at a time. */
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

/** Sends one request every `everyMs`, without waiting for earlier responses. */
export async function sendSteadily(_: Window, { requests, everyMs }: { requests: number; everyMs: number }) {
  const now = () => performance.timeOrigin + performance.now();
  const responseMs: number[] = [];
  const startMs = now();
  const fetchPage = async (n: number) => {
    await new Promise((done) => setTimeout(done, startMs + n * everyMs - now()));
    const response = await fetch(`/projects.xro/2.0/Projects?n=${n}&items=2`);
    responseMs.push(now());
    await response.arrayBuffer();
  };
  await Promise.all(Array.from({ length: requests }, (_, n) => fetchPage(n)));
  return { startMs, endMs: now(), responseMs };
}

interface ServerTraffic {
  readonly path: string;
  readonly requests: number;
  readonly everyMs: number;
}

/** Sends one request after the other to a server that makes requests of its own. */
export async function sendToServer(_: Window, { path, requests, everyMs }: ServerTraffic): Promise<PageTimes> {
  const now = () => performance.timeOrigin + performance.now();
  const responseMs: number[] = [];
  const startMs = now();
  for (let n = 0; n < requests; n++) {
    await new Promise((done) => setTimeout(done, startMs + n * everyMs - now()));
    const response = await fetch(path, { method: 'POST' });
    responseMs.push(now());
    await response.arrayBuffer();
  }
  return { startMs, endMs: now(), responseMs };
}
