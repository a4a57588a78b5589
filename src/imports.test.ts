// Holds ARCHITECTURE.md's table of who may import what: the arrows of the house.

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';

const src = import.meta.dirname;

/** From a folder, or from one file, to folders (with a slash), files and packages. Types of `har-format` are no dependency. */
const table: Record<string, readonly string[]> = {
  'catalogue/': ['catalogue/'],
  'core/': ['core/', 'catalogue/', 'jsonc-parser'],
  'capture/': ['capture/', 'core/', 'har-format'],
  'panel/': ['panel/', 'core/', 'catalogue/', 'preact', '@preact/signals', 'jsonc-parser', 'uplot'],
  'panel/editor/': ['panel/', '@codemirror', '@lezer/highlight'],
  'panel/main.tsx': ['panel/', 'platform/', 'preact'],
  'platform/': ['platform/', 'core/settings.ts', 'webextension-polyfill'],
  'devtools.ts': ['capture/', 'core/mappings.ts', 'core/session/', 'core/settings.ts', 'panel/host.ts', 'platform/'],
};

const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.|^testing\//.test(file));

test.each(files)('%s imports only what the table allows', (file) => {
  const [nearest = ''] = Object.keys(table)
    .filter((each) => file === each || (each.endsWith('/') && file.startsWith(each)))
    .sort((a, b) => b.length - a.length);
  const allowed = table[nearest] ?? [];
  for (const { target, typeOnly } of importsOf(file)) {
    const fits = allowed.some((each) => target === each || target.startsWith(each.endsWith('/') ? each : `${each}/`));
    expect(
      fits,
      `${file} imports ${target}. Move the code to where the table allows it, or hand it in from a main file.`,
    ).toBe(true);
    const fromPanelToData = file.startsWith('panel/') && target.startsWith('catalogue/');
    expect(
      !fromPanelToData || typeOnly,
      `${file} may import types of ${target} only: what it shows comes through core.`,
    ).toBe(true);
  }
});

test.each(files.filter((file) => !file.startsWith('panel/editor/')))(
  '%s leaves the editor to be loaded later',
  (file) => {
    const editor = importsOf(file).filter(({ target }) => target.startsWith('panel/editor/'));
    expect(editor.every(({ typeOnly }) => typeOnly)).toBe(true);
  },
);

test('the polyfill is imported in one place', () => {
  const users = files.filter((file) => importsOf(file).some(({ target }) => target === 'webextension-polyfill'));
  expect(users).toEqual(['platform/settings.ts']);
});

test.each(files.filter((file) => file.startsWith('catalogue/')))('%s opens with where its rows come from', (file) => {
  expect(readFileSync(join(src, file), 'utf8')).toMatch(/^\/\/ (Source: |How |Where )/);
});

function importsOf(file: string): { target: string; typeOnly: boolean }[] {
  const text = readFileSync(join(src, file), 'utf8');
  return Array.from(
    text.matchAll(/^(?:import|export)\s(type\s)?([^;]*?)from '([^']+)'/gms),
    ([, type, names = '', from = '']) => ({
      target: from.startsWith('.') ? relative(src, join(src, dirname(file), from)) : from,
      typeOnly:
        type !== undefined ||
        names
          .replace(/[{}\s]/g, '')
          .split(',')
          .filter(Boolean)
          .every((name) => name.startsWith('type')),
    }),
  );
}
