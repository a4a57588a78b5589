// Runs Python with the recorder of examples/python, or without.

import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type FinishedApp, type RunningApp, whenFinished, whenReady } from '../recorder/run-app.ts';

const recorderFile = fileURLToPath(new URL('../../examples/python/xero_recorder.py', import.meta.url));

/** The environment variable `PYTHON`, or the Python that Debian installs packages for, which may not be the first in the path. */
const program = process.env.PYTHON ?? (existsSync('/usr/bin/python3') ? '/usr/bin/python3' : 'python3');

/** Whether Python 3.9 or later can import all of `modules`. */
export function hasPython(...modules: readonly string[]): boolean {
  const code = `import ${[...modules, 'sys'].join(', ')}; sys.exit(sys.version_info < (3, 9))`;
  return spawnSync(program, ['-c', code]).status === 0;
}

export interface PythonOptions {
  /** Default: true. */
  readonly isRecorded?: boolean;
  readonly env?: Readonly<Record<string, string>>;
}

/** Starts an app of this folder, which prints its address when it is ready. */
export function startPython(file: string, options: PythonOptions = {}): Promise<RunningApp> {
  return whenReady(spawnPython(file, [], options));
}

/** Runs a script of this folder to its end. */
export function runPython(file: string, args: readonly string[], options: PythonOptions): Promise<FinishedApp> {
  return whenFinished(spawnPython(file, args, options));
}

function spawnPython(file: string, args: readonly string[], options: PythonOptions): ChildProcess {
  return spawn(program, [fileURLToPath(new URL(file, import.meta.url)), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: environment(options),
  });
}

/** Evaluates `expression` with the recorder as `recorder` and `input` as `values`, and returns the result. */
export function evaluatePython<T>(expression: string, input: unknown): T {
  const code = `import json, sys, xero_recorder as recorder\nvalues = json.load(sys.stdin)\nprint(json.dumps(${expression}))`;
  const { stdout, stderr, status } = spawnSync(program, ['-c', code], {
    input: JSON.stringify(input),
    env: environment({}),
    encoding: 'utf8',
    maxBuffer: 100_000_000,
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

const inProduction = ['FLASK_ENV', 'DJANGO_ENV', 'APP_ENV', 'PYTHON_ENV', 'ENVIRONMENT', 'ENV', 'NODE_ENV'];

function environment({ isRecorded = true, env }: PythonOptions): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !inProduction.includes(name));
  return {
    ...Object.fromEntries(inherited),
    PYTHONPATH: dirname(recorderFile),
    PYTHONDONTWRITEBYTECODE: '1',
    PYTHONIOENCODING: 'utf-8',
    // Flask lists the methods of a route in the order of a set.
    PYTHONHASHSEED: '0',
    RECORDED: isRecorded ? '1' : '',
    ...env,
  };
}
