// The recorder as an npm package.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'fflate';

/** `npm pack` writes fixed times, but its compression differs between processors. */
export function packRecorder(folder: string): Uint8Array {
  const target = mkdtempSync(join(tmpdir(), 'xero-package-'));
  try {
    const args = ['pack', `./${folder}`, '--pack-destination', target, '--json', '--ignore-scripts'];
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    const [packed] = JSON.parse(execFileSync(npm, args, { encoding: 'utf8', shell: process.platform === 'win32' }));
    return gzipSync(gunzipSync(readFileSync(join(target, packed.filename))), { level: 9, mtime: 0 });
  } finally {
    rmSync(target, { recursive: true, force: true });
  }
}
