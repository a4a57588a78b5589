// ZIP archives whose bytes depend only on the files in them.

import { zipSync } from 'fflate';
import type { Files } from './files.ts';

/** The earliest time that ZIP can express. In local time, as fflate writes it. */
const FIXED_TIME = new Date(1980, 0, 1);

export function zip(files: Files): Uint8Array {
  return zipSync(Object.fromEntries(files), { level: 9, mtime: FIXED_TIME });
}
