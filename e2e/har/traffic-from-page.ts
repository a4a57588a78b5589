// Sends the traffic from the sample app's page, and one direct request that CORS blocks.

import type { InspectedPage } from '../drivers/browser.ts';
import type { Xero } from '../fake-xero/server/server.ts';
import { sendRequest } from '../sample-app.ts';
import { traffic } from './traffic.ts';

/** Resolves when the last request has completed. */
export async function sendTrafficFromPage(page: InspectedPage, xero: Xero): Promise<void> {
  for (const { method, path, body, scenario } of traffic) {
    if (scenario) xero.control.next(scenario);
    await sendRequest(page, { method, path, options: { cache: 'no-store', ...(body ? { body } : {}) } });
  }
  await sendRequest(page, { path: '/ProjectsUsers', options: { base: 'direct' } });
}
