// A temporary Firefox profile: dock and theme of the toolbox, the route to the fake Xero, and no telemetry.

import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import manifest from '../../manifest.json' with { type: 'json' };
import type { LaunchOptions } from './browser.ts';

/** Firefox would choose one at random. */
const EXTENSION_UUID = '7d2f0c6a-5d0b-4a53-9a3e-0f6f6e7c1b02';

/** Writes a profile into a new temporary folder and returns its path. `proxyPort`: a CONNECT proxy on 127.0.0.1. */
export async function writeFirefoxProfile(options: LaunchOptions, proxyPort: number | undefined): Promise<string> {
  const profile = await mkdtemp(join(tmpdir(), 'xero-firefox-'));
  const preferences = {
    ...quietPrefs,
    // By default times are rounded to a millisecond, which benchmarks compare across documents.
    'privacy.reduceTimerPrecision': false,
    ...toolboxPrefs(options),
    ...networkPrefs(proxyPort),
    ...downloadPrefs(profile),
    'extensions.webextensions.uuids': JSON.stringify({ [manifest.browser_specific_settings.gecko.id]: EXTENSION_UUID }),
  };
  const lines = Object.entries(preferences).map(([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});`);
  await writeFile(join(profile, 'user.js'), lines.join('\n'));
  if (options.brokenStorage) {
    await mkdir(join(profile, 'storage/default'), { recursive: true });
    const origin = `moz-extension+++${EXTENSION_UUID}^userContextId=4294967295`;
    await writeFile(join(profile, 'storage/default', origin), '');
  }
  return profile;
}

const quietPrefs = {
  'app.normandy.enabled': false,
  'app.update.enabled': false,
  'browser.aboutwelcome.enabled': false,
  'browser.newtabpage.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'datareporting.policy.dataSubmissionEnabled': false,
  'extensions.getAddons.cache.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'data:,#remote-settings-dummy/v1',
  'termsofuse.bypassNotification': true,
  'toolkit.telemetry.reportingpolicy.firstRun': false,
};

/** The download folder of a profile. */
export function downloadFolder(profile: string): string {
  return join(profile, 'downloads');
}

function downloadPrefs(profile: string) {
  return {
    'browser.download.folderList': 2,
    'browser.download.dir': downloadFolder(profile),
    'browser.download.useDownloadDir': true,
    'browser.download.alwaysOpenPanel': false,
  };
}

function toolboxPrefs({ theme = 'light', dock = 'window', height = 1000 }: LaunchOptions) {
  return {
    'devtools.toolbox.host': dock,
    'devtools.toolbox.footer.height': Math.round(height * 0.6),
    'devtools.toolbox.sidebar.width': 700,
    'devtools.theme': theme,
  };
}

function networkPrefs(proxyPort: number | undefined) {
  // Firefox silently retries dropped requests; tests need to see the failure.
  const once = { 'network.http.request.max-attempts': 1 };
  if (!proxyPort) return { ...once, 'network.proxy.type': 0 };
  return {
    ...once,
    'network.proxy.type': 1,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': proxyPort,
    'network.proxy.no_proxies_on': 'localhost, 127.0.0.1',
    'network.proxy.allow_hijacking_localhost': false,
    // The fake Xero has a self-signed certificate, which the preloaded HSTS entry of the real host would reject.
    'network.stricttransportsecurity.preloadlist': false,
    'security.cert_pinning.enforcement_level': 0,
  };
}
