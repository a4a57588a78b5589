// Runs a generated client in Python, where this machine has Python 3.10 or later with `requests`.

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

/** One Python for all runs, which go one after the other. */
export function startPython(): Python {
  const script = fileURLToPath(new URL('./python_client.py', import.meta.url));
  const python = spawn(program, [script], { stdio: ['pipe', 'pipe', 'inherit'] });
  const answers = createInterface({ input: python.stdout })[Symbol.asyncIterator]();
  const run = async (wish: ClientRun): Promise<ClientOutcome> => {
    python.stdin.write(`${JSON.stringify({ ...wish, beginSeconds: beginMs / 1000 })}\n`);
    const { value, done } = await answers.next();
    if (done) throw new Error('Python ended before it answered.');
    return JSON.parse(value);
  };
  return { run, close: () => python.kill() };
}
