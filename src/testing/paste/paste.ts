// Pastes commands into real shells over a pseudo-terminal. `curl` is a stub that records its arguments.

import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface PasteShell {
  readonly name: string;
  readonly argv: readonly [program: string, ...args: string[]];
  /** Whether the terminal marks the beginning and the end of the paste. */
  readonly isBracketed: boolean;
  readonly env?: Readonly<Record<string, string>>;
  /** Whether it knows `$'...'`. */
  readonly hasAnsiQuoting: boolean;
}

const bash = ['bash', '--norc', '--noprofile'] as const;

export const pasteShells: readonly PasteShell[] = [
  { name: 'bash', argv: [...bash, '-i'], isBracketed: true, hasAnsiQuoting: true },
  { name: 'bash without bracketed paste', argv: [...bash, '-i'], isBracketed: false, hasAnsiQuoting: true },
  {
    name: 'bash without bracketed paste and without a locale',
    argv: [...bash, '-i'],
    isBracketed: false,
    env: { LC_ALL: 'C' },
    hasAnsiQuoting: true,
  },
  {
    name: 'bash without line editing',
    argv: [...bash, '--noediting', '-i'],
    isBracketed: false,
    hasAnsiQuoting: true,
  },
  { name: 'dash', argv: ['dash', '-i'], isBracketed: false, hasAnsiQuoting: false },
  { name: 'zsh', argv: ['zsh', '-f', '-i'], isBracketed: true, hasAnsiQuoting: true },
  { name: 'zsh without bracketed paste', argv: ['zsh', '-f', '-i'], isBracketed: false, hasAnsiQuoting: true },
];

export function isInstalled(program: string): boolean {
  return spawnSync(program, ['-c', '']).status === 0;
}

interface PasteResult {
  /** The arguments of each run of `curl`. `undefined` if the shell no longer responds. */
  readonly runs: readonly (readonly string[])[] | undefined;
}

interface PasteResults {
  readonly results: readonly PasteResult[];
  /** Whether a file named `canary` was created, in the working directory of the shell. */
  readonly canaryExists: boolean;
}

/** Pastes one text after the other into the same shell, and presses Enter after each. */
export function pasteInto(shell: PasteShell, texts: readonly string[]): PasteResults {
  const folder = mkdtempSync(join(tmpdir(), 'paste-'));
  try {
    const bin = join(folder, 'bin');
    mkdirSync(bin);
    const log = join(folder, 'curl.log');
    const stub = `#!/bin/sh\n{ printf '%d\\0' $#; printf '%s\\0' "$@"; } >>'${log}'\n`;
    writeFileSync(join(bin, 'curl'), stub, { mode: 0o755 });
    const inputrc = join(folder, 'inputrc');
    writeFileSync(inputrc, `set enable-bracketed-paste ${shell.isBracketed ? 'on' : 'off'}\n`);
    const env = {
      PATH: `${bin}:${process.env.PATH}`,
      HOME: folder,
      TERM: 'xterm',
      LC_ALL: 'C.UTF-8',
      PS1: '$ ',
      INPUTRC: inputrc,
      XERO_TOKEN: 'token',
      ...shell.env,
    };
    const job = { argv: shell.argv, env, cwd: folder, isBracketed: shell.isBracketed, log, texts };
    const output = execFileSync('python3', [join(import.meta.dirname, 'paste.py')], {
      input: JSON.stringify(job),
      encoding: 'utf8',
      maxBuffer: 1e9,
    });
    const logs: (string | null)[] = JSON.parse(output);
    const results = logs.map((hex) => ({
      runs: hex === null ? undefined : parseLog(Buffer.from(hex, 'hex').toString()),
    }));
    return { results, canaryExists: existsSync(join(folder, 'canary')) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Each run: the number of arguments, then the arguments, each followed by NUL. */
function parseLog(text: string): string[][] {
  const items = text.split('\0').slice(0, -1);
  const runs: string[][] = [];
  for (let i = 0; i < items.length; ) {
    const count = Number(items[i]);
    runs.push(items.slice(i + 1, i + 1 + count));
    i += 1 + count;
  }
  return runs;
}
