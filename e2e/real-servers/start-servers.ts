// Real servers with the real recorder: Express apps, and Vite's development server in front of them.

import { fileURLToPath } from 'node:url';
import { createServer, type ProxyOptions } from 'vite';
import { type RunningApp, startApp } from '../recorder/run-app.ts';

const folder = fileURLToPath(new URL('.', import.meta.url));

/** `port`: 0 for any. */
export function startExpress(xeroUrl: string, port = 0): Promise<RunningApp> {
  return startApp(`${folder}app.ts`, { nodeOptions: ['--import', 'tsx'], args: [xeroUrl, String(port)] });
}

export interface FrontEnd {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** `proxies`: URLs by the paths below which requests are forwarded to them. */
export async function startVite(proxies: Readonly<Record<string, string>>): Promise<FrontEnd> {
  const options = Object.entries(proxies).map(([path, target]): [string, ProxyOptions] => [
    path,
    { target, rewrite: (url) => url.replace(path, '/app') },
  ]);
  const server = await createServer({
    configFile: false,
    root: `${folder}front-end`,
    cacheDir: `${folder}../../test-results/vite`,
    logLevel: 'error',
    server: { host: '127.0.0.1', port: 0, hmr: false, ws: false, proxy: Object.fromEntries(options) },
  });
  await server.listen(0);
  const [url = ''] = server.resolvedUrls?.local ?? [];
  return { url, close: () => server.close() };
}
