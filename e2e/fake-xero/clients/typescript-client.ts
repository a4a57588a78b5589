// Runs a generated client in TypeScript: strips its types and imports it.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { transformWithOxc } from 'vite';
import { beginMs, type ClientOutcome, type ClientRun } from './client-run.ts';

export interface ClientModule {
  callXero(url: string, init?: RequestInit, options?: object): Promise<Response>;
}

const folder = mkdtempSync(join(tmpdir(), 'retry-client-'));
let count = 0;

/** Every import is a separate module, which shares no state with others. */
export async function importClient(source: string): Promise<ClientModule> {
  const file = join(folder, `client-${count++}.mjs`);
  const { code } = await transformWithOxc(source, 'client.ts');
  writeFileSync(file, code);
  return import(/* @vite-ignore */ pathToFileURL(file).href);
}

/** Call it when no more clients will be imported. */
export function removeClients(): void {
  rmSync(folder, { recursive: true, force: true });
}

/** No real time passes: the clock advances by what the client sleeps. */
export async function runTypescript(run: ClientRun): Promise<ClientOutcome> {
  const { callXero } = await importClient(run.source);
  const tally = { waits: [] as number[], readBacks: 0, refreshes: 0 };
  let nowMs = beginMs;
  const options = {
    random: () => run.random,
    now: () => {
      nowMs += (run.secondsPerRequest ?? 0) * 1000;
      return nowMs;
    },
    sleep: async (seconds: number) => {
      tally.waits.push(seconds);
      nowMs += seconds * 1000;
    },
    readBack: async () => {
      tally.readBacks++;
      return run.found === undefined ? undefined : new Response('{}', { status: run.found });
    },
    refreshToken: async () => {
      tally.refreshes++;
      return run.refreshedToken ?? '';
    },
    ...(run.attempt === undefined ? {} : { attempt: run.attempt }),
  };
  const init: RequestInit = {
    method: run.method,
    headers: run.headers,
    ...(run.body ? { body: JSON.stringify(run.body) } : {}),
    ...(run.cancelAfterMs === undefined ? {} : { signal: AbortSignal.timeout(run.cancelAfterMs) }),
  };
  try {
    const { status } = await callXero(run.url, init, options);
    return { ...tally, status };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const later = 'at' in error && error.at instanceof Date ? (error.at.getTime() - nowMs) / 1000 : undefined;
    const { name } = error.constructor;
    return {
      ...tally,
      error: { name, message: error.message, ...(later === undefined ? {} : { laterSeconds: later }) },
    };
  }
}
