// The built extensions' manifests and pages: as few permissions as possible.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import type { BrowserName } from './drivers/browser.ts';
import { unpackedFolders } from './packaged-extension.ts';

const read = (browser: string) =>
  JSON.parse(readFileSync(join(unpackedFolders[browser as BrowserName], 'manifest.json'), 'utf8'));

test('requests no permission but storage, and cannot reach any network', () => {
  const { project } = test.info();
  const manifest = read(project.name);
  expect(manifest.manifest_version).toBe(3);
  expect(manifest.permissions).toEqual(['storage']);
  for (const key of [
    'host_permissions',
    'optional_permissions',
    'optional_host_permissions',
    'background',
    'content_scripts',
    'web_accessible_resources',
    'externally_connectable',
  ]) {
    expect(manifest, key).not.toHaveProperty(key);
  }
  const policy = manifest.content_security_policy.extension_pages;
  for (const rule of ["default-src 'none'", "connect-src 'none'", "script-src 'self'"]) expect(policy).toContain(rule);
  expect(policy).not.toMatch(/unsafe|https?:|\*/);
});

test('has only the manifest keys of its browser', () => {
  const { project } = test.info();
  const { browser_specific_settings: settings, minimum_chrome_version: chrome } = read(project.name);
  if (project.name === 'chromium') {
    expect(settings).toBeUndefined();
    expect(Number(chrome)).toBeGreaterThanOrEqual(123);
    return;
  }
  expect(chrome).toBeUndefined();
  expect(settings.gecko.id).toContain('@');
  expect(Number.parseInt(settings.gecko.strict_min_version, 10)).toBeGreaterThanOrEqual(140);
  expect(settings.gecko.data_collection_permissions).toEqual({ required: ['none'] });
});

test('contains every file that its pages reference, and no inline scripts', () => {
  const { project } = test.info();
  const folder = unpackedFolders[project.name as BrowserName];
  const pages = readdirSync(join(folder, 'extension')).filter((file) => file.endsWith('.html'));
  expect(pages.sort()).toEqual(['devtools.html', 'evaluate.html', 'panel.html']);
  for (const page of pages) {
    const html = readFileSync(join(folder, 'extension', page), 'utf8');
    expect(html).not.toMatch(/<script(?![^>]*\ssrc=)[^>]*>/);
    const files = Array.from(html.matchAll(/(?:src|href)="([^"]+)"/g), ([, file = '']) => file);
    // The page for a frame that evaluates has no script of its own.
    if (page !== 'evaluate.html') expect(files.length).toBeGreaterThan(0);
    for (const file of files) expect(existsSync(join(folder, file)), file).toBe(true);
  }
});

test('loads three scripts before the panel’s first paint', () => {
  const { project } = test.info();
  const html = readFileSync(join(unpackedFolders[project.name as BrowserName], 'extension', 'panel.html'), 'utf8');
  const scripts = Array.from(html.matchAll(/assets\/([a-z]+)-[\w-]{8}\.js/g), ([, name]) => name);
  expect(
    [...new Set(scripts)].sort(),
    'Each script delays the first paint by some 3 ms: give the new one to a group of initialChunks in vite.config.ts.',
  ).toEqual(['core', 'panel', 'preact']);
});
