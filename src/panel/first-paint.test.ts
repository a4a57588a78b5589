// Limits what the panel loads before its first paint: its static imports, by folder. `e2e/manifest.spec.ts` counts the built scripts.

import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { importsOf, sourceFiles } from '../testing/source-imports.ts';

const allowedFolders = [
  'catalogue',
  'catalogue/diagnoses',
  'catalogue/nested-responses',
  'core/diagnose',
  'core/diagnose/nested',
  'core/http',
  'core/match',
  'core/model',
  'core/scheduling',
  'core/session',
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

/** Each file that `entry` imports statically, directly or not, with the chain of imports that leads to it. */
function staticImportsFrom(entry: string): Map<string, string[]> {
  const paths = new Map([[entry, [entry]]]);
  // A map also iterates over entries that are added meanwhile.
  for (const [file, path] of paths) {
    for (const { target, typeOnly, isLazy } of importsOf(file)) {
      if (typeOnly || isLazy || paths.has(target) || !sourceFiles.includes(target)) continue;
      paths.set(target, [...path, target]);
    }
  }
  return paths;
}
