// Enforces ARCHITECTURE.md's table of allowed imports, and that there are no import cycles.

import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sourceFiles as files, importsIn, importsOf, testHelperFiles } from './testing/source-imports.ts';

const src = import.meta.dirname;

/** Allowed imports by folder or file: folders (with a slash), files and packages. */
const table: Record<string, readonly string[]> = {
  'catalogue/': ['catalogue/'],
  'core/': ['core/', 'catalogue/', 'jsonc-parser'],
  'core/client/languages/': ['../examples/clients/'],
  'log/': ['log/', 'core/'],
  'capture/': ['capture/', 'log/', 'core/', 'catalogue/api-address.ts', 'har-format'],
  'import/': ['import/', 'capture/', 'log/', 'core/', 'catalogue/api-address.ts', 'har-format'],
  'panel/': ['panel/', 'core/', 'catalogue/', 'preact', '@preact/signals', 'jsonc-parser', 'uplot'],
  'panel/host/': ['panel/host/', 'core/', 'catalogue/'],
  'panel/lib/': ['panel/lib/', 'panel/host/', 'core/', 'catalogue/', 'preact', '@preact/signals'],
  'panel/state/': ['panel/state/', 'panel/lib/', 'panel/host/', 'core/', 'catalogue/', 'preact', '@preact/signals'],
  'panel/ui/': [
    'panel/ui/',
    'panel/state/',
    'panel/lib/',
    'panel/host/',
    'core/',
    'catalogue/',
    'preact',
    '@preact/signals',
  ],
  'panel/body/editor/': ['panel/', 'core/text/', 'core/scheduling/', '@codemirror', '@lezer/highlight'],
  'panel/main.tsx': ['panel/', 'platform/', 'preact'],
  'recorder/': ['recorder/', 'core/', 'catalogue/api-address.ts', 'node:'],
  'recorder/index.ts': ['recorder/', 'node:', '../package.json'],
  'platform/': ['platform/', 'core/model/', 'webextension-polyfill'],
  'devtools/': [
    'capture/',
    'import/',
    'log/',
    'core/diagnose/diagnosis-cache.ts',
    'core/mappings/',
    'core/session/',
    'core/model/settings.ts',
    'panel/host/',
    'platform/',
  ],
};

test.each(files)('%s imports only what the table allows', (file) => {
  const [mostSpecific = ''] = Object.keys(table)
    .filter((each) => file === each || (each.endsWith('/') && file.startsWith(each)))
    .sort((a, b) => b.length - a.length);
  const allowed = table[mostSpecific] ?? [];
  for (const { target, typeOnly } of importsOf(file)) {
    const fits = allowed.some((each) => target === each || target.startsWith(/[/:]$/.test(each) ? each : `${each}/`));
    expect(
      fits,
      `${file} imports ${target}. Move the code to where the table allows it, or hand it in from a main file.`,
    ).toBe(true);
    const fromPanelToData = file.startsWith('panel/') && target.startsWith('catalogue/');
    expect(
      !fromPanelToData || typeOnly,
      `${file} may import only types of ${target}: get its values through core.`,
    ).toBe(true);
  }
});

test.each(files.filter((file) => !file.startsWith('panel/body/editor/')))(
  '%s does not load the editor eagerly',
  (file) => {
    const editor = importsOf(file).filter(({ target }) => target.startsWith('panel/body/editor/'));
    expect(editor.every(({ typeOnly, isLazy }) => typeOnly || isLazy)).toBe(true);
  },
);

test('the polyfill is imported in one place', () => {
  const users = files.filter((file) => importsOf(file).some(({ target }) => target === 'webextension-polyfill'));
  expect(users).toEqual(['platform/settings.ts']);
});

test.each(files.filter((file) => file.startsWith('catalogue/')))('%s starts with the source of its rows', (file) => {
  expect(readFileSync(join(src, file), 'utf8')).toMatch(/^\/\/ (Source: |How |Where )/);
});

test.each<[text: string, target: string, typeOnly: boolean, isLazy: boolean]>([
  ["import { a } from './a.ts';", './a.ts', false, false],
  ["import {\n  a,\n  type B,\n} from './a.ts';", './a.ts', false, false],
  ["import { typeNames } from './a.ts';", './a.ts', false, false],
  ["import { type A, type B } from './a.ts';", './a.ts', true, false],
  ["import type { A } from './a.ts';", './a.ts', true, false],
  ["export { a } from './a.ts';", './a.ts', false, false],
  ["import './a.ts';", './a.ts', false, false],
  ["import.meta.glob<A>('./a/*.ts', { eager: true })", './a/*.ts', false, false],
  ["const code = lazyCode(() => import('./a.ts'));", './a.ts', false, true],
  ["let create: typeof import('./a.ts').create;", './a.ts', true, true],
])('parses the import %s', (text, target, typeOnly, isLazy) => {
  expect(importsIn(text)).toEqual([{ target, typeOnly, isLazy }]);
});

describe.each([
  ['the source', files],
  ['the helpers of tests, and e2e', testHelperFiles],
])('in %s', (_, modules) => {
  test('no import cycles between files, including types and lazy imports', () => {
    expect(cyclesIn(graphOf(modules, (file) => file))).toEqual([]);
  });

  test('no import cycles between folders', () => {
    expect(cyclesIn(graphOf(modules, dirname))).toEqual([]);
  });
});

test('finds cycles of any length, and no acyclic chains', () => {
  const graph = { a: ['b'], b: ['c'], c: ['b'], d: ['a', 'e'], e: [] };
  expect(cyclesIn(new Map(Object.entries(graph)))).toEqual([['b', 'c']]);
});

/** The imports between `modules`, grouped into nodes by `nodeOf`, without imports within a node. */
function graphOf(modules: readonly string[], nodeOf: (file: string) => string): Map<string, string[]> {
  const graph = new Map<string, string[]>();
  for (const file of modules) {
    const targets = importsOf(file).filter(({ target }) => modules.includes(target));
    const others = targets.map(({ target }) => nodeOf(target)).filter((node) => node !== nodeOf(file));
    graph.set(nodeOf(file), [...(graph.get(nodeOf(file)) ?? []), ...others]);
  }
  return graph;
}

/** The sorted groups of nodes that are reachable from each other. */
function cyclesIn(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const reachable = new Map([...graph.keys()].map((node) => [node, reachableFrom(node, graph)]));
  const groups = [...graph.keys()].map((node) =>
    [...(reachable.get(node) ?? [])].filter((other) => reachable.get(other)?.has(node)).sort(),
  );
  return [...new Set(groups.filter(({ length }) => length > 0).map((group) => group.join(' ')))].map((group) =>
    group.split(' '),
  );
}

function reachableFrom(node: string, graph: ReadonlyMap<string, readonly string[]>): Set<string> {
  const reached = new Set<string>();
  const queue = [...(graph.get(node) ?? [])];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (reached.has(next)) continue;
    reached.add(next);
    queue.push(...(graph.get(next) ?? []));
  }
  return reached;
}
