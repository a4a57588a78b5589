// Runs the sample app's back end in a process of its own, with the recorder.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { pathToFileURL } from 'node:url';
import type { Xero } from '../../fake-xero/server/server.ts';

export interface BackEnd {
  readonly close: () => void;
}

/** Needs the build in dist/recorder. From then on the sample app forwards `/app/` to it. */
export async function startBackEnd(xero: Xero): Promise<BackEnd> {
  const recorder = pathToFileURL('dist/recorder/index.mjs').href;
  const child = spawn(process.execPath, ['--import', recorder, 'e2e/app/back-end/server.mjs'], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: {
      ...process.env,
      XERO_PORT: String(xero.httpsPort),
      XERO_CERTIFICATE: xero.certificate,
      APP_URL: xero.appUrl,
      XERO_RECORDER_APP: 'acme-timesheets',
    },
  });
  const [message] = await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(([code]) => {
      throw new Error(`the sample app’s back end ended with code ${code}, see above`);
    }),
  ]);
  xero.useBackEnd((message as { port: number }).port);
  return { close: () => child.kill() };
}
