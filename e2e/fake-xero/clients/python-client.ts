// Runs a generated client in Python, if Python 3.10 or later and `requests` are installed.

import { spawn, spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { beginMs, type ClientOutcome, type ClientRun, type RunClient } from './client-run.ts';

const program = process.platform === 'win32' ? 'python' : 'python3';

export const hasPython =
  spawnSync(program, ['-c', 'import sys, requests; sys.exit(sys.version_info < (3, 10))']).status === 0;

export interface Python {
  readonly run: RunClient;
  readonly close: () => void;
}

/** One Python process for all runs, one after the other. */
export function startPython(): Python {
  const script = fileURLToPath(new URL('./python_client.py', import.meta.url));
  const python = spawn(program, [script], { stdio: ['pipe', 'pipe', 'inherit'] });
  const outcomes = createInterface({ input: python.stdout })[Symbol.asyncIterator]();
  const run = async (clientRun: ClientRun): Promise<ClientOutcome> => {
    python.stdin.write(`${JSON.stringify({ ...clientRun, beginSeconds: beginMs / 1000 })}\n`);
    const { value, done } = await outcomes.next();
    if (done) throw new Error('Python ended without an outcome.');
    return JSON.parse(value);
  };
  return { run, close: () => python.kill() };
}
