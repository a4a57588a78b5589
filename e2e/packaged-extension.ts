// The extension as it is released: the tests load the packages, not the build they were made from.

import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import type { BrowserName } from './drivers/browser.ts';

const { name, version } = JSON.parse(readFileSync('package.json', 'utf8'));

/** Path of a package, relative to the repository's root. */
export function packagePath(suffix: 'chrome.zip' | 'firefox.xpi' | 'recorder.tgz' | 'source.zip'): string {
  return `dist/packages/${name}-${version}-${suffix}`;
}

/** The packages' files. */
export const unpackedFolders: Record<BrowserName, string> = {
  chromium: 'test-results/unpacked/chrome',
  firefox: 'test-results/unpacked/firefox',
};

/** What each browser loads. Chromium only loads a folder from its command line. */
export const packagedExtension: Record<BrowserName, string> = {
  chromium: unpackedFolders.chromium,
  firefox: packagePath('firefox.xpi'),
};

/** Runs once before all tests. */
export default function unpackExtensions(): void {
  unpack(packagePath('chrome.zip'), unpackedFolders.chromium);
  unpack(packagePath('firefox.xpi'), unpackedFolders.firefox);
}

/** Replaces a folder by the contents of a ZIP archive. */
export function unpack(archive: string, folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  for (const [path, bytes] of Object.entries(unzipSync(readFileSync(archive)))) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, bytes);
  }
}
