// Ensures that a browser is installed: installs it if that needs no confirmation, otherwise says how to.

import { readFileSync } from 'node:fs';
import type { BrowserName } from '../e2e/drivers/browser.ts';
import { EXECUTABLE_ENV, type FoundBrowser, lookForBrowser } from './find-browser.ts';
import { run, runTool } from './run-tool.ts';

/** The browser to use, after installing it if necessary and possible. Otherwise throws with the command to install it. */
export async function ensureBrowser(name: BrowserName): Promise<FoundBrowser> {
  const found = lookForBrowser(name) ?? (await install(name));
  if (!found)
    throw new Error(
      `${displayName(name)} is missing. Install it with:\n  ${installCommand(name)}\nor set ${EXECUTABLE_ENV[name]} to its path.`,
    );
  return found;
}

async function install(name: BrowserName): Promise<FoundBrowser | undefined> {
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
  console.log(`${displayName(name)} is missing. Trying to install it.`);
  if (isRoot && isDebian()) {
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update'], env);
    await run('apt-get', ['install', '-y', packages[name]], env);
  }
  if (name === 'chromium' && !lookForBrowser(name)) {
    await runTool('playwright', ['install', ...(isRoot ? ['--with-deps'] : []), 'chromium']);
  }
  return lookForBrowser(name);
}

const packages: Record<BrowserName, string> = { chromium: 'chromium', firefox: 'firefox-esr' };

function isDebian(): boolean {
  try {
    return /^ID(_LIKE)?=.*debian/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    // Only some Linux distributions have this file.
    return false;
  }
}

function installCommand(name: BrowserName): string {
  if (name === 'chromium') return 'npx playwright install --with-deps chromium';
  if (process.platform === 'darwin') return 'brew install --cask firefox';
  if (process.platform === 'win32') return 'winget install Mozilla.Firefox';
  return isDebian()
    ? 'sudo apt-get install firefox-esr'
    : "your system's package manager (the package is called firefox)";
}

function displayName(name: BrowserName): string {
  return name === 'firefox' ? 'Firefox' : 'Chromium';
}
