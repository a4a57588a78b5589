// Also writes the recorded requests to a HAR file, which is complete after each write.

import { openSync, writeSync } from 'node:fs';
import type { Guard } from './guard.ts';
import type { StoredEntry } from './store.ts';

export interface HarFile {
  readonly add: (entry: StoredEntry) => void;
  /** Writes the pending entries. */
  readonly flush: () => void;
}

/** Entries are written in batches. */
const DELAY_MS = 200;
/** Less than half of what the extension imports. */
const MAX_FILE_BYTES = 200_000_000;
const TAIL = '\n]}}\n';

export function createHarFile(path: string, version: string, guard: Guard): HarFile {
  let file: number | undefined;
  let position = 0;
  let isBroken = false;
  let waiting: Buffer[] = [];
  let timer: NodeJS.Timeout | undefined;

  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    const entries = waiting;
    waiting = [];
    if (isBroken || entries.length === 0) return;
    isBroken = true;
    guard(() => {
      const creator = JSON.stringify({ name: 'xero-projects-recorder', version });
      const head = file === undefined ? `{"log":{"version":"1.2","creator":${creator},"entries":[` : '';
      // Opened for the first entry only: another process of the app that makes no requests to Xero must not truncate the file.
      file ??= openSync(path, 'w');
      const text = entries.map((each, i) => `${position === 0 && i === 0 ? '' : ','}\n${each}`).join('');
      const bytes = Buffer.from(head + text);
      if (position + bytes.length > MAX_FILE_BYTES) throw new Error(`${path} is full`);
      writeSync(file, Buffer.concat([bytes, Buffer.from(TAIL)]), 0, undefined, position);
      position += bytes.length;
      isBroken = false;
    });
  };

  return {
    add({ json }) {
      waiting.push(json);
      timer ??= setTimeout(flush, DELAY_MS).unref();
    },
    flush,
  };
}
