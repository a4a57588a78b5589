// Limits what the panel loads before its first paint: its static imports, by folder. `vite.config.ts` puts
// them into few scripts, which `e2e/manifest.spec.ts` counts.

import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { sourceFiles, staticImportsFrom } from '../testing/source-imports.ts';

const allowedFolders = [
  'catalogue',
  'core/match',
  'core/model',
  'core/scheduling',
  'core/text',
  'panel',
  'panel/copy',
  'panel/filter',
  'panel/host',
  'panel/import',
  'panel/lib',
  'panel/list',
  'panel/search',
  'panel/shell',
  'panel/state',
  'panel/state/filter',
  'panel/state/sort',
  'panel/troubleshooting',
  'panel/ui',
  'platform',
];

/** Too large for the first paint, although they are in an allowed folder. */
const lazyFiles = [
  'panel/copy/copy-menu-items.tsx',
  'panel/import/ImportStatus.tsx',
  'panel/search/SearchPane.tsx',
  'panel/shell/ShortcutsDialog.tsx',
  'panel/troubleshooting/Reasons.tsx',
];

const initialFiles = staticImportsFrom('panel/main.tsx');

test('the first paint loads only folders that it needs', () => {
  for (const [file, path] of initialFiles) {
    expect(
      allowedFolders.includes(dirname(file)),
      `The first paint loads ${file}, by ${path.join(' → ')}. Load it with lazyComponent or lazyModule, or move what is needed from it; add its folder to allowedFolders only if the list itself can't be rendered without it.`,
    ).toBe(true);
  }
});

test('the list of folders has no stale entry', () => {
  const used = new Set([...initialFiles.keys()].map((file) => dirname(file)));
  expect(allowedFolders.filter((folder) => !used.has(folder))).toEqual([]);
});

test.each(lazyFiles)('the first paint does not load %s', (file) => {
  expect(sourceFiles).toContain(file);
  expect(initialFiles.get(file)?.join(' → ')).toBeUndefined();
});
