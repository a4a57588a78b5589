// Runs node-client.cjs against a fake Xero.

import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ids } from '../fake-xero/operations/seed.ts';
import type { Xero } from '../fake-xero/server/server.ts';
import { traffic } from './traffic.ts';

export interface NodeRun {
  /** The base URL of the server's Projects API. */
  readonly api: string;
  /** The HTTP client; with xero-node only for reads. */
  readonly by: 'xero-node' | 'axios' | 'fetch';
  /** Options of Node. */
  readonly options?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
}

/** Resolves with the access token that it used. Rejects if it exits with an error. */
export async function runNode(xero: Xero, { api, by, options = [], env = {}, cwd }: NodeRun): Promise<string> {
  const token = xero.token();
  const requests = traffic.map(({ method, path, body, scenario }) => ({ method, path, body, scenario }));
  const config = JSON.stringify({ api, app: xero.appUrl, token, tenant: ids.tenant, requests, by });
  const script = fileURLToPath(new URL('./node-client.cjs', import.meta.url));
  const child = spawn(process.execPath, [...options, script, config], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...env },
    cwd,
  });
  const code = await new Promise((done, fail) => child.once('error', fail).once('exit', done));
  if (code !== 0) throw new Error(`The Node server ended with ${code}`);
  return token;
}
