// What is released: the same bytes from the same source, and nothing that the stores reject.

import { execFileSync } from 'node:child_process';
import { readFileSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'playwright/test';
import { readFolder } from '../scripts/package/files.ts';
import type { BrowserName } from './drivers/browser.ts';
import { packagePath, unpack, unpackedFolders } from './packaged-extension.ts';
import { unsupportedFeatures } from './unsupported-features.ts';

const packageNames = ['chrome.zip', 'firefox.xpi', 'recorder.tgz', 'source.zip'] as const;

test('has the same bytes if packed again, in another time zone', () => {
  const out = test.info().outputPath('packages');
  run('node_modules/tsx/dist/cli.mjs', ['scripts/package.ts', '--out', out], { env: { TZ: 'Asia/Tokyo' } });
  for (const name of packageNames) {
    const again = readFileSync(join(out, packagePath(name).replace(/.*\//, '')));
    expect(again.equals(readFileSync(packagePath(name))), name).toBe(true);
  }
});

test('is built from the source archive in another folder', () => {
  const folder = test.info().outputPath('source');
  unpack(packagePath('source.zip'), folder);
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'), 'junction');
  for (const [mode, built] of [
    ['chrome', unpackedFolders.chromium] as const,
    ['firefox', unpackedFolders.firefox] as const,
  ]) {
    run('node_modules/vite/bin/vite.js', ['build', '--mode', mode, '--logLevel', 'warn'], { cwd: folder });
    const files = readFolder(join(folder, 'dist', mode));
    const expected = readFolder(built);
    expect([...files.keys()]).toEqual([...expected.keys()]);
    for (const [path, bytes] of files)
      expect(Buffer.from(bytes).equals(expected.get(path) ?? new Uint8Array()), path).toBe(true);
  }
});

test('contains its licence, and the licence of each package in it', () => {
  const lock: { packages: Record<string, { dev?: boolean }> } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
  const packages = Object.entries(lock.packages).flatMap(([path, { dev }]) =>
    path === '' || dev ? [] : [path.replace('node_modules/', '')],
  );
  for (const folder of Object.values(unpackedFolders)) {
    expect(readFileSync(join(folder, 'LICENSE'), 'utf8')).toBe(readFileSync('LICENSE', 'utf8'));
    const text = readFileSync(join(folder, 'third-party-licenses.md'), 'utf8');
    const named = Array.from(text.matchAll(/^## (\S+) - [\d.]+ \((?:MIT|MPL-2\.0)\)\n\n\S/gm), ([, name]) => name);
    expect(packages.filter((name) => !named.includes(name))).toEqual(packagesWithoutCode);
    expect(text).toContain('https://www.npmjs.com/package/');
  }
});

/** Their code isn't used, so the build leaves it out. */
const packagesWithoutCode = ['@codemirror/streamparser'];

/** The messages of Mozilla's linter about the add-on, with the reason why each is acceptable. */
const acceptedMessages = new Map([
  [
    'KEY_FIREFOX_ANDROID_UNSUPPORTED_BY_MIN_VERSION',
    'The add-on isn’t offered for Android, where there are no developer tools. On desktops, Firefox 140 supports the key.',
  ],
]);

test('passes Mozilla’s linter', () => {
  const output = run('node_modules/addons-linter/bin/addons-linter', [packagePath('firefox.xpi'), '--output', 'json']);
  const { errors, warnings, notices } = JSON.parse(output);
  const codes = [...errors, ...warnings, ...notices].map(({ code }: { code: string }) => code);
  expect(codes.sort()).toEqual([...acceptedMessages.keys()].sort());
});

/** APIs that are used only if they exist, with the code that checks it. */
const guardedApis = new Map([
  ['navigator.scheduling() is not supported in Firefox 140', 'CodeMirror asks for `isInputPending` with `?.`'],
]);

test('uses only what the oldest supported browsers have', async () => {
  const { minimum_chrome_version: chrome } = manifestOf('chromium');
  const firefox = Number.parseInt(manifestOf('firefox').browser_specific_settings.gecko.strict_min_version, 10);
  const found = [
    ...(await unsupportedFeatures(unpackedFolders.chromium, `chrome ${chrome}`)),
    ...(await unsupportedFeatures(unpackedFolders.firefox, `firefox ${firefox}`)),
  ];
  expect(found).toEqual([...guardedApis.keys()]);
});

test('reports what an older browser lacks', async () => {
  const found = await unsupportedFeatures(unpackedFolders.chromium, 'chrome 80');
  expect(found).toContain('WeakRef is not supported in Chrome 80');
  expect(found).toContain(':has() CSS relational pseudo-class is not supported by Chrome (80)');
});

function manifestOf(browser: BrowserName) {
  return JSON.parse(readFileSync(join(unpackedFolders[browser], 'manifest.json'), 'utf8'));
}

function run(
  script: string,
  args: string[],
  { cwd = '.', env = {} }: { cwd?: string; env?: Record<string, string> } = {},
): string {
  const options = { cwd, env: { ...process.env, ...env }, encoding: 'utf8', stdio: 'pipe' } as const;
  return execFileSync(process.execPath, [resolve(script), ...args], options);
}
