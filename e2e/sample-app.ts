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
