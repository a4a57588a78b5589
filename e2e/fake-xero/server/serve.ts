// Runs the local Xero and the sample app until it is stopped: `npx tsx e2e/fake-xero/server/serve.ts`.

import { startXero } from './server.ts';

const xero = await startXero({ appPort: Number(process.env.APP_PORT ?? 0) });
console.log(`Sample app: ${xero.appUrl}`);
console.log(`Xero itself: https://127.0.0.1:${xero.httpsPort}/ as api.xero.com`);
