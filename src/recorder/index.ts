// Records this server's requests to Xero for the panel: node --import xero-projects-recorder app.js

import { readFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';
import { version } from '../../package.json';
import { install } from './install.ts';
import { createGuard } from './recording/guard.ts';
import { isOff, readOptions } from './recording/options.ts';

const installed = Symbol.for('xero-projects-recorder');
const print = (line: string) => console.error(line);
const guard = createGuard(print);

guard(() => {
  // It may be loaded twice, from NODE_OPTIONS and from the command line.
  if (installed in globalThis) return;
  Object.defineProperty(globalThis, installed, { value: true });
  if (isOff(process.env)) {
    if (isMainThread)
      print('Not recording Xero requests: NODE_ENV is production. XERO_RECORDER=1 records them anyway.');
    return;
  }
  const options = readOptions(process.env, packageName);
  install(options, guard, version);
  if (isMainThread) print(`Recording Xero requests ${options.har && `in ${options.har} and `}for the panel.`);
});

/** The name of the app's package. Apps are usually started in their own folder. */
function packageName(): string | undefined {
  try {
    const { name } = JSON.parse(readFileSync('package.json', 'utf8')) as { name?: unknown };
    return typeof name === 'string' ? name : undefined;
  } catch {
    return undefined;
  }
}
