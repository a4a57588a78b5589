// The two drivers by name.

import type { BrowserName, Launch } from './browser.ts';
import { launchChromium } from './chromium.ts';
import { launchFirefox } from './firefox.ts';

export const launch: Record<BrowserName, Launch> = { chromium: launchChromium, firefox: launchFirefox };

/** The folder, from the repository's root, into which the extension for a browser is built. */
export const buildFolders: Record<BrowserName, string> = { chromium: 'dist/chrome', firefox: 'dist/firefox' };
