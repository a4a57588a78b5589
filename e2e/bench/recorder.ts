// Measures what the recorder costs a server: the same requests with it and without it, and its memory after many of them.

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { type RunningApp, startApp } from '../recorder/run-app.ts';
import { median } from './statistics.ts';
import { formatRuns, type Measure } from './table.ts';

const REQUESTS = 1_000;
const REPETITIONS = 7;
/** Far more than the recorder stores. */
const MANY_REQUESTS = 10_000;
/** Xero itself takes 100 ms or more. The faster the response, the larger the recorder's share of the time. */
const RESPONSE_MS = 2;
const MAX_STORED_MB = 16;

const script = fileURLToPath(new URL('recorder-app.mjs', import.meta.url));

export async function measureRecorder(): Promise<Measure[]> {
  const xero = await startXero();
  try {
    const measures: Measure[] = [];
    for (const client of ['fetch', 'axios']) measures.push(...(await measureClient(xero.url, client)));
    return measures;
  } finally {
    xero.close();
  }
}

async function measureClient(url: string, client: string): Promise<Measure[]> {
  const options = { args: [url, client], nodeOptions: ['--expose-gc'] };
  const ours = await startApp(script, options);
  const control = await startApp(script, { ...options, isRecorded: false });
  try {
    const runs = { ours: [] as number[], control: [] as number[] };
    const addedCpu: number[] = [];
    for (let repetition = -1; repetition < REPETITIONS; repetition++) {
      const times = { ours: await send(ours, REQUESTS), control: await send(control, REQUESTS) };
      // The first repetition is a warm-up.
      if (repetition < 0) continue;
      runs.ours.push(times.ours.ms);
      runs.control.push(times.control.ms);
      addedCpu.push(((times.ours.cpuMs - times.control.cpuMs) / REQUESTS) * 1_000);
    }
    const heldBytes = (await send(ours, MANY_REQUESTS)).bytes - (await send(control, MANY_REQUESTS)).bytes;
    return [
      {
        name: `recorder: ${REQUESTS} requests with ${client}, of ${RESPONSE_MS} ms each`,
        ours: median(runs.ours),
        control: median(runs.control),
        unit: 'ms',
        kind: 'ratio',
        target: 1.1,
        note: formatRuns(runs.ours, runs.control),
      },
      {
        name: `recorder: processor time that it adds to a request with ${client}`,
        ours: median(addedCpu),
        unit: 'µs',
        kind: 'figure',
      },
      {
        name: `recorder: memory after ${MANY_REQUESTS} more with ${client}`,
        ours: heldBytes / 1e6,
        unit: 'MB',
        kind: 'figure',
        target: MAX_STORED_MB,
      },
    ];
  } finally {
    await Promise.all([ours.stop(), control.stop()]);
  }
}

async function send({ url }: RunningApp, count: number): Promise<{ ms: number; cpuMs: number; bytes: number }> {
  return (await fetch(new URL(`/${count}`, url))).json();
}

/** Responds with a project after `RESPONSE_MS`. */
async function startXero(): Promise<{ url: string; close: () => void }> {
  const project = { projectId: '00000000-0000-0000-0000-000000000000', name: 'Project', status: 'INPROGRESS' };
  const text = JSON.stringify({ items: Array.from({ length: 10 }, () => project) });
  const server = createServer((request, response) => {
    request.resume();
    setTimeout(() => response.setHeader('Content-Type', 'application/json').end(text), RESPONSE_MS);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/projects.xro/2.0/Projects`,
    close: () => server.close().closeAllConnections(),
  };
}
