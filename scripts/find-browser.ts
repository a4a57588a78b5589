// Finds a browser that can load an unpacked extension, on Linux, macOS and Windows.

import { existsSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import { chromium } from 'playwright';
import type { BrowserName } from '../e2e/drivers/browser.ts';

export interface FoundBrowser {
  readonly name: BrowserName;
  readonly path: string;
}

/** The environment variables that override the path of a browser's executable. */
export const EXECUTABLE_ENV: Record<BrowserName, string> = { chromium: 'XERO_PI_CHROMIUM', firefox: 'XERO_PI_FIREFOX' };

/** The browser to use. Throws if none is found or the configured path doesn't exist. */
export function findBrowser(name: BrowserName): FoundBrowser {
  const found = lookForBrowser(name);
  if (!found)
    throw new Error(`No ${name === 'firefox' ? 'Firefox' : 'Chromium'} found. Set ${EXECUTABLE_ENV[name]} to its path`);
  return found;
}

/** The browser to use, or `undefined` if none is found. Throws if the configured path doesn't exist. */
export function lookForBrowser(name: BrowserName): FoundBrowser | undefined {
  const chosen = process.env[EXECUTABLE_ENV[name]];
  if (chosen && !findOnDisk(chosen))
    throw new Error(`${EXECUTABLE_ENV[name]} is set to ${chosen}, which doesn’t exist`);
  const path = findOnDisk(chosen) ?? candidates(name).map(findOnDisk).find(Boolean);
  return path ? { name, path } : undefined;
}

function findOnDisk(program: string | undefined): string | undefined {
  if (!program) return undefined;
  if (isAbsolute(program)) return existsSync(program) ? program : undefined;
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.map((folder) => join(folder, program)).find((path) => existsSync(path));
}

// Excludes Chrome and Edge, which ignore --load-extension.
function candidates(name: BrowserName): string[] {
  const installed = programs[process.platform]?.[name] ?? programs.linux?.[name] ?? [];
  return name === 'chromium' ? [...installed, chromium.executablePath()] : installed;
}

const programFiles = [process.env.ProgramFiles, process.env['ProgramFiles(x86)'], process.env.LOCALAPPDATA];
const inProgramFiles = (path: string) => programFiles.flatMap((folder) => (folder ? [join(folder, path)] : []));

const programs: Partial<Record<NodeJS.Platform, Record<BrowserName, string[]>>> = {
  linux: {
    chromium: ['chromium', 'chromium-browser'],
    firefox: ['firefox-esr', 'firefox', 'firefox-developer-edition'],
  },
  darwin: {
    chromium: [
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    ],
    firefox: [
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      '/Applications/Firefox Developer Edition.app/Contents/MacOS/firefox',
    ],
  },
  win32: {
    chromium: inProgramFiles('Chromium\\Application\\chrome.exe'),
    firefox: ['Mozilla Firefox\\firefox.exe', 'Firefox Developer Edition\\firefox.exe'].flatMap(inProgramFiles),
  },
};
