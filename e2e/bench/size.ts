// Measures the scripts that the panel loads before its first paint: its own and their static imports.

import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Measure } from './table.ts';

/** `extension` is the folder of a build. Throws if a script is missing. */
export function measureSize(extension: string): Measure[] {
  const html = readFileSync(join(extension, 'extension/panel.html'), 'utf8');
  const entries = Array.from(html.matchAll(/<script[^>]*\ssrc="\/?([^"]+)"/g), ([, path]) =>
    join(extension, path ?? ''),
  );
  if (entries.length === 0) throw new Error('panel.html loads no script.');
  const scripts = collectImports(entries);
  const bytes = scripts.reduce((sum, path) => sum + gzipSync(readFileSync(path), { level: 9 }).length, 0);
  const name = `JavaScript at the panel's first paint, gzip`;
  return [{ name, ours: bytes / 1000, unit: 'kB', kind: 'figure', target: 60, note: `${scripts.length} scripts` }];
}

function collectImports(entries: readonly string[]): string[] {
  const found = new Set(entries);
  // Iterating a set includes elements added meanwhile.
  for (const path of found) {
    const source = readFileSync(path, 'utf8');
    for (const [, name] of source.matchAll(/(?:^|[;}\s])(?:import|export)\b[^'"`()]*?["'`](\.{1,2}\/[^"'`]+)["'`]/g)) {
      found.add(join(dirname(path), name ?? ''));
    }
  }
  return [...found];
}
