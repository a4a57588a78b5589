// The files of a package, in the same order on every machine.

import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Contents by path with forward slashes, sorted by path. */
export type Files = ReadonlyMap<string, Uint8Array>;

/** All files of a folder, by their paths in it. */
export function readFolder(folder: string): Files {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return read(
    folder,
    files.map(({ parentPath, name }) => relative(folder, join(parentPath, name)).replaceAll('\\', '/')),
  );
}

/** The files that Git tracks, from which the extension can be built. */
export function readSource(): Files {
  const paths = execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8', maxBuffer: 2 ** 26 });
  return read('.', paths.split('\0').filter(Boolean));
}

function read(folder: string, paths: readonly string[]): Files {
  // By code units: the order of a locale differs between machines.
  return new Map([...paths].sort().map((path) => [path, readFileSync(join(folder, path))]));
}
