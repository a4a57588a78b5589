// The imports among the source files and the end-to-end tests' helpers, for tests of the module structure and for the build.

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const src = join(import.meta.dirname, '..');

/** Paths from `src/`, without tests and their helpers. */
export const sourceFiles = modulesIn('.').filter((file) => !file.startsWith('testing/'));

/** Paths from `src/` of the modules that only tests use. */
export const testHelperFiles = [...modulesIn('testing'), ...modulesIn('../e2e')];

export interface Import {
  /** A path from `src/`, or a package. */
  readonly target: string;
  readonly typeOnly: boolean;
  /** Loaded on demand, by `import()`. */
  readonly isLazy: boolean;
}

/** `file` is a path from `src/`. */
export function importsOf(file: string): Import[] {
  return importsIn(readFileSync(join(src, file), 'utf8')).flatMap(({ target, ...rest }) => {
    if (!target.startsWith('.')) return [{ target, ...rest }];
    const path = relative(src, join(src, dirname(file), target)).replaceAll('\\', '/');
    // Globs name the TypeScript files of one folder.
    const targets = path.endsWith('/*.ts') ? sourceFiles.filter((each) => dirname(each) === dirname(path)) : [path];
    return targets.map((each) => ({ target: each, ...rest }));
  });
}

export function importsIn(text: string): Import[] {
  const named = text.matchAll(/^(?:import|export)\s(type\s)?([^;]*?)from '([^']+)'/gms);
  const sideEffect = text.matchAll(/^import '([^']+)'/gm);
  const globs = text.matchAll(/\bimport\.meta\.glob(?:<[^>]*>)?\(\s*'([^']+)'/g);
  const dynamic = text.matchAll(/\b(typeof )?import\(\s*'([^']+)'/g);
  return [
    ...Array.from(named, ([, type, names = '', target = '']) => {
      return { target, typeOnly: type !== undefined || areTypes(names), isLazy: false };
    }),
    ...Array.from([...sideEffect, ...globs], ([, target = '']) => ({ target, typeOnly: false, isLazy: false })),
    ...Array.from(dynamic, ([, type, target = '']) => ({ target, typeOnly: type !== undefined, isLazy: true })),
  ];
}

/** `entry`, a path from `src/`, and each file that it imports statically, directly or not, with the chain of imports that leads to it. */
export function staticImportsFrom(entry: string): Map<string, string[]> {
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

/** `{ type A, type B }` */
function areTypes(names: string): boolean {
  const each = names
    .replace(/[{}]/g, '')
    .split(',')
    .map((name) => name.trim());
  return each.filter(Boolean).every((name) => /^type\s/.test(name));
}

/** The modules in a folder that is given, and returned, as a path from `src/`. */
function modulesIn(folder: string): string[] {
  return readdirSync(join(src, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.(test|spec)\./.test(file))
    .map((file) => join(folder, file).replaceAll('\\', '/'));
}
