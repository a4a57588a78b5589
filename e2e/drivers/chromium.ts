// Drives Chromium: opens its DevTools on a page, with our unpacked extension.

import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type BrowserContext, chromium, type Frame, type Page as PlaywrightPage } from 'playwright';
import { findBrowser } from '../../scripts/find-browser.ts';
import { type InspectedBrowser, type InspectedPage, type LaunchOptions, PANEL, type Theme } from './browser.ts';
import { createPage } from './chromium-locator.ts';
import { waitFor } from './wait-for.ts';

// Undocumented, read when a target appears: makes Playwright show devtools:// targets as pages.
process.env.PW_CHROMIUM_ATTACH_TO_OTHER = '1';

export interface Chromium extends InspectedBrowser {
  /** The DevTools front end; another page after `reopen`. Navigating it closes the browser. */
  readonly devtools: PlaywrightPage;
  /** The inspected page as a Playwright page. */
  readonly inspected: PlaywrightPage;
}

/** Starts Chromium with DevTools open. Throws an error that names what it waited for. */
export async function launchChromium(options: LaunchOptions = {}): Promise<Chromium> {
  const executable = options.executable ?? findBrowser('chromium').path;
  const profile = await writeProfile(options);
  const removeProfile = () => rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  let context: BrowserContext | undefined;
  try {
    context = await chromium.launchPersistentContext(profile, {
      executablePath: executable,
      headless: options.headless ?? true,
      handleSIGINT: false,
      viewport: null,
      ignoreHTTPSErrors: true,
      ignoreDefaultArgs: ['--disable-extensions'],
      args: commandLineSwitches(options),
    });
    const closed = new Promise<void>((done) => context?.once('close', () => done()));
    const close = async () => {
      await context?.close();
      await removeProfile();
    };
    const downloads = join(profile, 'Downloads');
    return Object.assign(await operate(context, downloads, options), { downloads, closed, close });
  } catch (error) {
    await context?.close();
    await removeProfile();
    throw error;
  }
}

async function writeProfile(options: LaunchOptions): Promise<string> {
  const { theme = 'light', dock = 'window', height = 1000, extension, brokenStorage = false } = options;
  const profile = await mkdtemp(join(tmpdir(), 'xero-chromium-'));
  const preferences = {
    currentDockState: JSON.stringify(dock === 'window' ? 'undocked' : 'bottom'),
    'inspector-view.split-view-state': JSON.stringify({ horizontal: { size: Math.round(height * 0.6) } }),
    'ui-theme': JSON.stringify(themeNames[theme]),
  };
  await mkdir(join(profile, 'Default'));
  await writeFile(join(profile, 'Default/Preferences'), JSON.stringify({ devtools: { preferences } }));
  if (extension && brokenStorage) {
    await mkdir(join(profile, 'Default/Local Extension Settings'));
    await writeFile(join(profile, 'Default/Local Extension Settings', idOfUnpacked(extension)), '');
  }
  return profile;
}

/** The id that Chromium computes for an extension without a key. */
function idOfUnpacked(folder: string): string {
  const hash = createHash('sha256').update(resolve(folder)).digest('hex');
  return hash.slice(0, 32).replace(/./g, (digit) => 'abcdefghijklmnop'.charAt(Number.parseInt(digit, 16)));
}

const themeNames: Record<Theme, string> = { light: 'default', dark: 'dark' };

function commandLineSwitches({ extension, httpsPort, width = 1440, height = 1000 }: LaunchOptions): string[] {
  const folder = extension && resolve(extension);
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
  return [
    ...(isRoot ? ['--no-sandbox'] : []),
    ...(folder ? [`--disable-extensions-except=${folder}`, `--load-extension=${folder}`] : []),
    ...(httpsPort ? [`--host-resolver-rules=MAP api.xero.com:443 127.0.0.1:${httpsPort}`] : []),
    '--ignore-certificate-errors',
    '--no-proxy-server',
    '--auto-open-devtools-for-tabs',
    `--window-size=${width},${height}`,
    '--disable-background-networking',
    '--no-first-run',
  ];
}

async function operate(
  context: BrowserContext,
  downloadPath: string,
  options: LaunchOptions,
): Promise<Omit<Chromium, 'downloads' | 'closed' | 'close'>> {
  // Either page can appear first.
  const findDevTools = () =>
    waitFor(
      'DevTools to open',
      () => context.pages().find((page) => /^devtools:.*\/devtools_app\.html/.test(page.url())),
      30_000,
    );
  let devtools = await findDevTools();
  const inspected = await waitFor('the page', () =>
    context.pages().find((page) => !page.url().startsWith('devtools:')),
  );
  const frame = (name: string, end: string) =>
    waitFor(name, () => devtools.frames().find((each) => isExtension(each, end)), 20_000);
  // The extension misses requests that the page sends before the extension's DevTools page has loaded.
  const awaitExtension = () => frame("the extension's DevTools page", '/devtools.html');
  if (options.extension) await awaitExtension();

  let panel: Frame | undefined;
  const openPanel = async () => {
    await devtools.getByRole('tab', { name: PANEL.title }).click();
    panel = await frame('the panel', PANEL.file);
    await panel.waitForLoadState();
    await panel.evaluate('window.focus()');
  };
  const currentPanel = () => {
    if (!panel) throw new Error('The panel is not open: call openPanel()');
    return panel;
  };
  const panelPage = createPage<Document>('document', { press: (key) => devtools.keyboard.press(key) }, currentPanel);
  const page: InspectedPage = {
    ...createPage<Window>('window', inspected.keyboard, () => inspected.mainFrame()),
    goto: async (url) => void (await inspected.goto(url)),
    reload: async () => void (await inspected.reload()),
  };
  const session = await context.newCDPSession(devtools);
  await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath });
  if (options.url) await page.goto(options.url);
  if (options.openPanel ?? options.extension) await openPanel();
  const { product } = await session.send('Browser.getVersion');
  return {
    name: 'chromium',
    version: product.replace(/^.*\//, ''),
    get devtools() {
      return devtools;
    },
    inspected,
    page,
    panel: panelPage,
    openPanel,
    screenshot: async (path) => void (await devtools.screenshot({ path })),
    har: (sanitized = false) => exportHar(devtools, sanitized),
    setTheme: (theme) => setTheme(devtools, themeNames[theme]),
    // Sets both every time: resetting one with `null` leaves forced colours on in the panel's frame, which has its own process.
    setAccessibilityPrefs: ({ forcedColors, reducedMotion }) =>
      devtools.emulateMedia({
        forcedColors: forcedColors ? 'active' : 'none',
        reducedMotion: reducedMotion ? 'reduce' : 'no-preference',
      }),
    zoom: (factor) => zoom(devtools, factor),
    redock: (dock) => redock(devtools, dock),
    reopen: async () => {
      const closed = devtools.waitForEvent('close');
      // It closes what evaluates it.
      devtools.evaluate('InspectorFrontendHost.closeWindow()').catch(() => {});
      await closed;
      await openDevTools(context, inspected);
      devtools = await findDevTools();
      await awaitExtension();
      await openPanel();
    },
    memory: async () => {
      const heap = await devtools.context().newCDPSession(currentPanel());
      await heap.send('HeapProfiler.collectGarbage');
      const { usedSize } = await heap.send('Runtime.getHeapUsage');
      await heap.detach();
      return usedSize;
    },
    resize: (width, height) => resize(context, options.dock === 'bottom' ? inspected : devtools, width, height),
  };
}

function isExtension(frame: Frame, end: string): boolean {
  return frame.url().startsWith('chrome-extension:') && new URL(frame.url()).pathname.endsWith(end);
}

/** Calls the code behind the Network panel's export command. */
async function exportHar(devtools: PlaywrightPage, sanitize: boolean): Promise<string> {
  return devtools.evaluate(`(async () => {
    const [{ Writer }, { NetworkLog }, { Progress }] = await Promise.all(
      ['models/har/har.js', 'models/logs/logs.js', 'core/common/common.js'].map((path) => import(new URL('./' + path, location.href).href)),
    );
    const requests = NetworkLog.NetworkLog.instance().requests();
    return Writer.Writer.harStringForRequests(requests, { sanitize: ${sanitize} }, new Progress.CompositeProgress(new Progress.Progress()));
  })()`);
}

async function setTheme(devtools: PlaywrightPage, theme: string): Promise<void> {
  await devtools.evaluate(`import(new URL('./core/common/common.js', location.href).href)
    .then(({ Settings }) => Settings.Settings.instance().moduleSetting('ui-theme').set('${theme}'))`);
}

/** Uses the commands of DevTools' shortcuts, which zoom in steps. */
async function zoom(devtools: PlaywrightPage, factor: 1 | 2): Promise<void> {
  const zoomed = () => devtools.evaluate('InspectorFrontendHost.zoomFactor()') as Promise<number>;
  const isReached = async () => Math.abs((await zoomed()) - factor) < 0.01;
  await devtools.evaluate('InspectorFrontendHost.resetZoom()');
  await waitFor(`a zoom of ${factor}`, async () => {
    if (await isReached()) return true;
    if (factor > 1) await devtools.evaluate('InspectorFrontendHost.zoomIn()');
    return isReached();
  });
}

async function redock(devtools: PlaywrightPage, dock: 'bottom' | 'right' | 'window'): Promise<void> {
  await devtools.evaluate(`import(new URL('./ui/legacy/legacy.js', location.href).href)
    .then(({ DockController }) => DockController.DockController.instance().setDockSide('${dock === 'window' ? 'undocked' : dock}'))`);
}

async function openDevTools(context: BrowserContext, page: PlaywrightPage): Promise<void> {
  const [ofPage, ofBrowser] = await Promise.all([
    context.newCDPSession(page),
    context.browser()?.newBrowserCDPSession(),
  ]);
  if (ofBrowser === undefined) throw new Error('The browser has no session');
  const { targetInfo } = await ofPage.send('Target.getTargetInfo');
  await ofBrowser.send('Target.openDevTools', { targetId: targetInfo.targetId });
  await Promise.all([ofPage.detach(), ofBrowser.detach()]);
}

async function resize(context: BrowserContext, page: PlaywrightPage, width: number, height: number): Promise<void> {
  const session = await context.newCDPSession(page);
  const { windowId } = await session.send('Browser.getWindowForTarget');
  await session.send('Browser.setWindowBounds', { windowId, bounds: { width, height } });
  await waitFor(`a window ${width} px wide`, async () => (await page.evaluate('outerWidth')) === width);
  await session.detach();
}
