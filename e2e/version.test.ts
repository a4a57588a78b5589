// One version: that of package.json, which the manifests and the recorder for Node take over. The recorder for Python repeats it.

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const read = (file: string) => JSON.parse(readFileSync(file, 'utf8'));

test('the changelog has an entry for the version', () => {
  const { version } = read('package.json');
  expect(readFileSync('CHANGELOG.md', 'utf8')).toMatch(
    new RegExp(`^## ${version.replaceAll('.', '\\.')} - \\d{4}-\\d{2}-\\d{2}$`, 'm'),
  );
  expect(read('package-lock.json').version).toBe(version);
  expect(read('manifest.json')).not.toHaveProperty('version');
});

test('the recorder for Python has the version', () => {
  const [, version] = /^VERSION = "(.+)"$/m.exec(readFileSync('examples/python/xero_recorder.py', 'utf8')) ?? [];
  expect(version).toBe(read('package.json').version);
});
