// `npm start`: opens the sample app in a browser with our panel in DevTools; without a display, runs the demo and prints it.

import { parseArgs } from 'node:util';
import { type BackEnd, startBackEnd } from '../e2e/app/back-end/start-back-end.ts';
import type { BrowserName, InspectedBrowser } from '../e2e/drivers/browser.ts';
import { buildFolders, launch } from '../e2e/drivers/launch.ts';
import { startXero } from '../e2e/fake-xero/server/server.ts';
import { runDemo } from './demo.ts';
import { ensureBrowser } from './install-browser.ts';
import { runTool } from './run-tool.ts';

const options = { browser: { type: 'string', default: 'chromium' }, headless: { type: 'boolean' } } as const;
const { values } = parseArgs({ options });
await start(parseBrowserName(values.browser), values.headless ?? !hasDisplay()).catch((error: Error) => {
  console.error(`\nnpm start failed: ${error.message}`);
  process.exitCode = 1;
});

async function start(name: BrowserName, headless: boolean): Promise<void> {
  const { path } = await ensureBrowser(name);
  const extension = buildFolders[name];
  for (const mode of [extension.replace('dist/', ''), 'recorder']) {
    const code = await runTool('vite', ['build', '--mode', mode]);
    if (code !== 0) throw new Error(`dist/${mode} didn’t build, see above`);
  }

  const xero = await startXero();
  let backEnd: BackEnd | undefined;
  let browser: InspectedBrowser | undefined;
  try {
    backEnd = await startBackEnd(xero);
    const common = { extension, executable: path, httpsPort: xero.httpsPort, url: xero.appUrl };
    browser = await launch[name]({ ...common, headless, dock: headless ? 'window' : 'bottom' });
    console.log(
      `\n${name} ${browser.version} (${path}) with the extension from ${extension}. Sample app: ${xero.appUrl}`,
    );
    if (headless) await runDemo(browser, xero.control.reset, `dist/start-${name}.png`);
    else await waitUntilClosed(browser);
  } finally {
    await browser?.close();
    backEnd?.close();
    await xero.close();
  }
}

async function waitUntilClosed(browser: InspectedBrowser): Promise<void> {
  console.log(
    'Click the buttons on the page and watch the Xero Projects panel. Close the browser or press Ctrl+C to stop.',
  );
  const stopped = new Promise<void>((done) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => done());
  });
  await Promise.race([browser.closed, stopped]);
}

function parseBrowserName(name: string): BrowserName {
  if (name === 'chromium' || name === 'firefox') return name;
  console.error(`Unknown browser ${name}. Use --browser chromium or --browser firefox.`);
  process.exit(1);
}

function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}
