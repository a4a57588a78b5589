// Sends requests from the sample app's page, as its own buttons do.

import type { InspectedPage } from './drivers/browser.ts';

/** The sample app's window. */
export interface SampleApp {
  app: {
    call(method: string, path: string, options?: object): Promise<RequestResult>;
    credentials(): Promise<{ token: string; ids: { tenant: string } }>;
  };
}

export interface RequestResult {
  status?: number;
  error?: string;
}

interface SampleRequest {
  method?: string;
  /** Below the API root. */
  path?: string;
  /** Options of `call` in the app's client.js. */
  options?: object;
}

/** Sends a request, by default for the list of projects. Resolves when it has succeeded or failed. */
export function sendRequest(
  page: InspectedPage,
  { method = 'GET', path = '/Projects', options = {} }: SampleRequest = {},
): Promise<RequestResult> {
  return page.evaluate(
    (window, [method, path, options]) => (window as unknown as SampleApp).app.call(method, path, options),
    [method, path, options] as [string, string, object],
  );
}

/** Opens the sample app with its buttons, unless it is open. That navigates, which clears the list. */
export async function openSampleApp(page: InspectedPage): Promise<void> {
  const url = await page.evaluate((window) => window.location.href);
  const app = new URL('./', url).href;
  if (url !== app) await page.goto(app);
}

/** Clicks a button of the sample app. */
export async function press(page: InspectedPage, button: string): Promise<void> {
  await openSampleApp(page);
  await page.getByRole('button', { name: button, exact: true }).click();
}

/** Requests `count` pages of the list of projects concurrently. */
export function requestPages(page: InspectedPage, count: number, first = 1): Promise<unknown> {
  return page.evaluate(
    (window, [count, first]) => {
      const { app } = window as unknown as SampleApp;
      return Promise.all(Array.from({ length: count }, (_, i) => app.call('GET', `/Projects?page=${first + i}`)));
    },
    [count, first] as [number, number],
  );
}
