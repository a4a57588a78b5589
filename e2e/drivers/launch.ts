// The driver and the built extension of each browser.

import type { BrowserName, Launch } from './browser.ts';
import { launchChromium } from './chromium.ts';
import { launchFirefox } from './firefox.ts';

export const launch: Record<BrowserName, Launch> = { chromium: launchChromium, firefox: launchFirefox };

/** Build output of each browser's extension, relative to the repository's root. */
export const buildFolders: Record<BrowserName, string> = { chromium: 'dist/chrome', firefox: 'dist/firefox' };
