// What the lock file installs, and what docs/dependencies.md says of it.

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface LockedPackage {
  readonly version: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly hasInstallScript?: boolean;
}

const lock: { packages: Record<string, LockedPackage> } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const packages = Object.entries(lock.packages)
  .filter(([path]) => path !== '')
  .map(([path, info]) => ({ name: path.replace(/^.*node_modules\//, ''), ...info }));

test('has a strong checksum of every package, and names no registry', () => {
  expect(packages.length).toBeGreaterThan(100);
  expect(packages.filter(({ integrity }) => !integrity?.startsWith('sha512-'))).toEqual([]);
  expect(packages.filter(({ resolved }) => resolved !== undefined)).toEqual([]);
});

test('runs no script of a package that is installed', () => {
  expect(readFileSync('.npmrc', 'utf8')).toMatch(/^ignore-scripts=true$/m);
  const withScript = packages.filter(({ hasInstallScript }) => hasInstallScript).map(({ name }) => name);
  expect([...new Set(withScript)], 'Describe each in docs/dependencies.md.').toEqual(['esbuild']);
});

test('lists every package of the extension with its licence', () => {
  const page = readFileSync('docs/dependencies.md', 'utf8');
  const listed = Array.from(
    page.matchAll(/^\| `(.+?)` \| \d+ \| (.+?) \| .+ \|$/gm),
    ([, name, license]) => `${name} ${license}`,
  );
  const locked = packages.filter(({ dev }) => !dev).map(({ name, license }) => `${name} ${license}`);
  expect(listed.sort()).toEqual(locked.sort());
});
