// Drives Firefox: opens its toolbox on a page, with our extension.

import { readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { findBrowser } from '../../scripts/find-browser.ts';
import { startConnectProxy } from '../fake-xero/http/connect-proxy.ts';
import { type InspectedBrowser, type InspectedPage, type LaunchOptions, PANEL, type Page } from './browser.ts';
import { connectFirefox, type FirefoxConnection } from './firefox-connection.ts';
import { createPage, type DocumentRemote } from './firefox-locator.ts';
import { downloadFolder, writeFirefoxProfile } from './firefox-profile.ts';
import { toSource } from './source-of.ts';

export interface Firefox extends InspectedBrowser {
  /** Our panel with its window as the subject, for benchmarks. */
  readonly panelWindow: Page<Window>;
  /** Like `openPanel`, with `script` run at the start of the panel's document. Returns when the tab was selected, in ms since the epoch. */
  openPanelWith(script: string): Promise<number>;
  /** CPU time so far of the processes of the open panel and of the toolbox, the browser's own. For benchmarks. */
  cpuTimes(): Promise<{ readonly extensionMs: number; readonly toolboxMs: number }>;
}

/** Starts Firefox with its toolbox open. Throws an error that names what it waited for. */
export async function launchFirefox(options: LaunchOptions = {}): Promise<Firefox> {
  const executable = options.executable ?? findBrowser('firefox').path;
  const proxy = options.httpsPort ? await startConnectProxy(options.httpsPort) : undefined;
  const profile = await writeFirefoxProfile(options, proxy?.port);
  const cleanUp = async () => {
    await proxy?.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  try {
    const connection = await connectFirefox(executable, commandLine(profile, options));
    const close = async () => {
      await connection.close();
      await cleanUp();
    };
    try {
      return {
        ...(await operate(connection, options)),
        downloads: downloadFolder(profile),
        closed: connection.closed,
        close,
      };
    } catch (error) {
      await connection.close();
      throw error;
    }
  } catch (error) {
    await cleanUp();
    throw error;
  }
}

function commandLine(profile: string, { headless = true, width = 1440, height = 1000 }: LaunchOptions): string[] {
  return [
    ...(headless ? ['--headless'] : []),
    // On Windows the started process otherwise exits immediately and leaves the browser running.
    ...(process.platform === 'win32' ? ['--wait-for-browser'] : []),
    '--remote-debugging-port=0',
    '--remote-allow-system-access',
    '--no-remote',
    ...['--profile', profile, `--width=${width}`, `--height=${height}`, 'about:blank'],
  ];
}

async function operate(
  firefox: FirefoxConnection,
  options: LaunchOptions,
): Promise<Omit<Firefox, 'downloads' | 'closed' | 'close'>> {
  const capabilities = { alwaysMatch: { acceptInsecureCerts: true } };
  const session = await firefox.send<{ capabilities: { browserVersion: string } }>('session.new', { capabilities });
  if (options.extension) {
    const type = options.extension.endsWith('.xpi') ? 'archivePath' : 'path';
    const extensionData = { type, path: resolve(options.extension) };
    await firefox.send('webExtension.install', { extensionData });
  }
  const [tab, window] = await Promise.all([
    getFirstContext(firefox, {}),
    getFirstContext(firefox, { 'moz:scope': 'chrome' }),
  ]);
  const runChromeScript: RunChromeScript = (name, ...args) =>
    firefox.evaluate(window, `inside.${name}(...${JSON.stringify(args)})`).catch((error: Error) => {
      throw new Error(`${name}: ${error.message}`);
    });
  await firefox.evaluate(window, await readFile(new URL('./firefox-chrome-script.js', import.meta.url), 'utf8'));
  await runChromeScript('open', await readFile(findTestingLibrary(), 'utf8'));

  const page = createInspectedPage(firefox, tab, createRemote('page', runChromeScript));
  const panel = createRemote('panel', runChromeScript);
  const resize = async (width: number, height: number) => void (await runChromeScript('resize', width, height));
  const openPanel = async () => void (await runChromeScript('openPanel', PANEL.title, PANEL.file));
  if (options.dock !== 'bottom') await resize(options.width ?? 1440, options.height ?? 1000);
  if (options.url) await page.goto(options.url);
  if (options.openPanel ?? options.extension) await openPanel();
  return {
    name: 'firefox',
    version: session.capabilities.browserVersion,
    page,
    panel: createPage<Document>('document', panel),
    panelWindow: createPage<Window>('window', panel),
    openPanel,
    openPanelWith: async (script) => Number(await runChromeScript('openPanelWith', PANEL.title, PANEL.file, script)),
    cpuTimes: async () => JSON.parse(String(await runChromeScript('cpuTimes'))),
    screenshot: async (path) => writeFile(path, Buffer.from(String(await runChromeScript('screenshot')), 'base64')),
    har: async () => String(await runChromeScript('har')),
    setTheme: async (theme) =>
      void (await firefox.evaluate(window, `Services.prefs.setCharPref('devtools.theme', '${theme}')`)),
    setAccessibilityPrefs: async ({ forcedColors, reducedMotion }) => {
      // 2: always use the user's colours; 0: only in high-contrast themes.
      await firefox.evaluate(
        window,
        `Services.prefs.setIntPref('browser.display.document_color_use', ${forcedColors ? 2 : 0});
         Services.prefs.setIntPref('ui.prefersReducedMotion', ${reducedMotion ? 1 : 0})`,
      );
    },
    resize,
    zoom: async (factor) => void (await runChromeScript('zoom', factor)),
    redock: async (dock) => void (await runChromeScript('redock', dock)),
    reopen: async () => {
      await runChromeScript('reopen');
      await openPanel();
    },
    reloadExtension: async () => {
      await runChromeScript('reloadExtension');
      await openPanel();
    },
    memory: async () => Number(await runChromeScript('memory')),
    setNetworkPanel: async ({ filter, isRecording }) => {
      await runChromeScript('setNetworkPanel', filter, isRecording);
      await openPanel();
    },
  };
}

/** Calls a function of firefox-chrome-script.js. */
type RunChromeScript = (
  name:
    | 'open'
    | 'openPanel'
    | 'openPanelWith'
    | 'evaluate'
    | 'click'
    | 'drag'
    | 'press'
    | 'screenshot'
    | 'resize'
    | 'zoom'
    | 'redock'
    | 'reopen'
    | 'reloadExtension'
    | 'memory'
    | 'setNetworkPanel'
    | 'har'
    | 'cpuTimes',
  ...args: unknown[]
) => Promise<unknown>;

async function getFirstContext(firefox: FirefoxConnection, params: object): Promise<string> {
  const tree = await firefox.send<{ contexts: { context: string }[] }>('browsingContext.getTree', params);
  const first = tree.contexts[0];
  if (!first) throw new Error('Firefox has no window');
  return first.context;
}

function findTestingLibrary(): string {
  const main = createRequire(import.meta.url).resolve('@testing-library/dom');
  return resolve(main, '../@testing-library/dom.umd.min.js');
}

function createRemote(where: 'page' | 'panel', runChromeScript: RunChromeScript): DocumentRemote {
  return {
    evaluate: async (expression, needsLibrary) => {
      const json = await runChromeScript('evaluate', where, expression, needsLibrary);
      return json === undefined ? undefined : JSON.parse(String(json));
    },
    click: async (x, y, times) => void (await runChromeScript('click', where, x, y, times)),
    drag: async (from, to) => void (await runChromeScript('drag', where, from, to)),
    press: async (key, modifiers) => void (await runChromeScript('press', where, key, modifiers)),
  };
}

function createInspectedPage(firefox: FirefoxConnection, context: string, remote: DocumentRemote): InspectedPage {
  return {
    ...createPage<Window>('window', remote),
    evaluate: async <R>(run: (...args: never[]) => unknown, arg?: unknown) => {
      const json = await firefox.evaluate(
        context,
        `(async () => JSON.stringify(await ${toSource(run, 'window', arg)}))()`,
      );
      return (json === undefined ? undefined : JSON.parse(String(json))) as R;
    },
    goto: async (url) => void (await firefox.send('browsingContext.navigate', { context, url, wait: 'complete' })),
    reload: async () => void (await firefox.send('browsingContext.reload', { context, wait: 'complete' })),
  };
}
