// Runs an app in its own process, with the recorder or without.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { builtRecorder } from './built-recorder.ts';

export interface AppOptions {
  /** Default: true. */
  readonly isRecorded?: boolean;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  readonly nodeOptions?: readonly string[];
  /** The app's arguments. */
  readonly args?: readonly string[];
}

export interface RunningApp {
  /** Its address, the first line that it printed. */
  readonly url: string;
  readonly stderr: () => string;
  readonly stdout: () => string;
  /** Resolves with the exit code when the app has ended by itself. */
  readonly ended: Promise<number | null>;
  readonly stop: () => Promise<void>;
}

/** `file` prints its address when it is ready. */
export async function startApp(file: string, options: AppOptions = {}): Promise<RunningApp> {
  return whenReady(await spawnNode([file, ...(options.args ?? [])], options));
}

/** `child` prints its address when it is ready. */
export async function whenReady(child: ChildProcess): Promise<RunningApp> {
  const output = collect(child);
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  await Promise.race([once(child.stdout as NodeJS.ReadableStream, 'data'), ended]);
  const [url = ''] = output.stdout().split('\n');
  if (!url.startsWith('http')) throw new Error(`The app didn’t start: ${output.stderr()}`);
  return {
    url,
    ...output,
    ended,
    async stop() {
      child.kill();
      await ended;
    },
  };
}

export interface FinishedApp {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number | null;
}

/** Runs `args` to the end. */
export async function runApp(args: readonly string[], options: AppOptions = {}): Promise<FinishedApp> {
  return whenFinished(await spawnNode(args, options));
}

export async function whenFinished(child: ChildProcess): Promise<FinishedApp> {
  const output = collect(child);
  const [code] = (await once(child, 'close')) as [number | null];
  return { stdout: output.stdout(), stderr: output.stderr(), code };
}

async function spawnNode(args: readonly string[], { isRecorded = true, env, cwd, nodeOptions = [] }: AppOptions) {
  const recorder = isRecorded ? ['--import', join(await builtRecorder(), 'index.mjs')] : [];
  const { NODE_OPTIONS: _, ...inherited } = process.env;
  // RECORDER_NODE: another version of Node to run these tests with.
  return spawn(process.env.RECORDER_NODE ?? process.execPath, [...nodeOptions, ...recorder, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...inherited, ...env },
    cwd,
  });
}

function collect(child: ChildProcess) {
  let stdout = '';
  let stderr = '';
  child.stdout?.on('data', (part) => {
    stdout += part;
  });
  child.stderr?.on('data', (part) => {
    stderr += part;
  });
  return { stdout: () => stdout, stderr: () => stderr };
}
