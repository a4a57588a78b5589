// Runs command-line tools of installed packages, and other programs, with inherited output.

import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Runs the binary of an installed package. Resolves with its exit code. */
export function runTool(packageName: string, args: string[], env: Record<string, string> = {}): Promise<number> {
  return run(process.execPath, [findProgram(packageName), ...args], env);
}

/** Runs a program. Resolves with its exit code: 127 if it couldn't be started, 1 if a signal ended it. */
export function run(program: string, args: string[], env: Record<string, string> = {}): Promise<number> {
  return new Promise((done) => {
    const child = spawn(program, args, { stdio: 'inherit', env: { ...process.env, ...env } });
    child.once('error', () => done(127));
    child.once('exit', (code) => done(code ?? 1));
  });
}

// Not node_modules/.bin, which contains shell scripts on Windows.
function findProgram(packageName: string): string {
  const folder = join('node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : String(Object.values(bin)[0]));
}
