// Runs the Node server beside this against a local Xero.

import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ids } from '../fake-xero/seed.ts';
import type { Xero } from '../fake-xero/server.ts';
import { traffic } from './traffic.ts';

export interface NodeRun {
  /** The root of the Projects API, as the server names it. */
  readonly api: string;
  /** What its calls are made by; of xero-node, the reads. */
  readonly by: 'xero-node' | 'axios' | 'fetch';
  /** Options of Node, before the script. */
  readonly options?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
}

/** Resolves with the access token that it called with. Rejects where it ends in an error. */
export async function runNode(xero: Xero, { api, by, options = [], env = {}, cwd }: NodeRun): Promise<string> {
  const token = xero.token();
  const calls = traffic.map(({ method, path, body, answer }) => ({ method, path, body, answer }));
  const order = JSON.stringify({ api, app: xero.appUrl, token, tenant: ids.tenant, calls, by });
  const script = fileURLToPath(new URL('./node-client.cjs', import.meta.url));
  const child = spawn(process.execPath, [...options, script, order], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...env },
    cwd,
  });
  const code = await new Promise((done, fail) => child.once('error', fail).once('exit', done));
  if (code !== 0) throw new Error(`The Node server ended with ${code}`);
  return token;
}
