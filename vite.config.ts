// Builds the extension of one browser into dist/<mode>: `vite build --mode chrome` or `--mode firefox`; with `--mode recorder`, the package for Node.
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { crx, type ManifestV3Export } from '@crxjs/vite-plugin';
import { defineConfig, type Plugin, type UserConfig } from 'vite';
import source from './manifest.json' with { type: 'json' };
import project from './package.json' with { type: 'json' };
import { licenses, thirdPartyLicenses } from './scripts/build/licenses.ts';
import { preactWithoutHtml } from './scripts/build/preact-without-html.ts';
import { staticImportsFrom } from './src/testing/source-imports.ts';

export default defineConfig(({ mode }) => {
  if (mode === 'recorder') return recorderConfig;
  const browser = mode === 'firefox' ? 'firefox' : 'chrome';
  return {
    plugins: process.env.VITEST
      ? []
      : [preactWithoutHtml(), licenses(), crx({ manifest: manifestFor(browser), browser })],
    oxc: { jsx: { importSource: 'preact' } },
    build: {
      outDir: `dist/${browser}`,
      emptyOutDir: true,
      target: browser === 'firefox' ? 'firefox140' : 'chrome126',
      license: thirdPartyLicenses,
      // The polyfill for module preloading calls `fetch`, which the extension's CSP forbids.
      modulePreload: { polyfill: false },
      // Pages that are only referenced in code, which the bundler can't follow.
      rolldownOptions: {
        input: { panel: 'extension/panel.html', evaluate: 'extension/evaluate.html' },
        output: { codeSplitting: { groups: initialChunks } },
      },
    },
    // Each process loads a module once, not once per test file. The tests share no state.
    test: {
      include: ['src/**/*.test.{ts,tsx}', 'e2e/**/*.test.ts'],
      environment: 'node',
      isolate: false,
      // More than cores: tests of shells, servers and clients mostly wait. By default Vitest leaves a core free.
      maxWorkers: '150%',
      // Property tests take seconds on a busy machine.
      testTimeout: 30_000,
    },
  };
});

/**
 * The scripts of the first paint. The bundler's default is nine or more, each of which delays the first paint by some 3 ms. Libraries and
 * what the panel shares with the DevTools page are separate, so that neither page loads the other's code.
 */
const firstPaint = staticImportsFrom('panel/main.tsx');
const initialChunks = [
  { name: 'preact', tags: ['$initial' as const], test: /node_modules[\\/]@?preact/, priority: 1 },
  {
    name: 'core',
    tags: ['$initial' as const],
    test: (id: string) => id.includes('preload-helper') || /^(core|catalogue|panel\/host)\//.test(firstPaintFile(id)),
  },
  { name: 'panel', tags: ['$initial' as const], test: (id: string) => firstPaintFile(id) !== '' },
  // What the DevTools page and the panel's lazy scripts share. Redaction is left to the bundler: few of them need it.
  {
    name: 'diagnose',
    tags: ['$initial' as const],
    test: /src[\\/](core[\\/](?!(?:har|redact|secrets|mappings)[\\/])|catalogue[\\/])/,
  },
];

/** Path from `src/` of a module of the first paint; empty for any other. */
function firstPaintFile(id: string): string {
  const file = relative(join(import.meta.dirname, 'src'), id).replaceAll('\\', '/');
  return firstPaint.has(file) ? file : '';
}

/** manifest.json with the version of package.json, and without the keys that only the other browser supports. */
function manifestFor(browser: 'chrome' | 'firefox'): ManifestV3Export {
  const { browser_specific_settings, minimum_chrome_version, ...rest } = source;
  const shared = { ...rest, version: project.version };
  return (
    browser === 'firefox' ? { ...shared, browser_specific_settings } : { ...shared, minimum_chrome_version }
  ) as ManifestV3Export;
}

/** A package without dependencies, to be published as it is: dist/recorder. */
const recorderConfig: UserConfig = {
  plugins: [recorderPackage()],
  ssr: { noExternal: true },
  build: {
    ssr: 'src/recorder/index.ts',
    outDir: 'dist/recorder',
    emptyOutDir: true,
    target: 'node18.19',
    rolldownOptions: { output: { entryFileNames: 'index.mjs' } },
  },
};

function recorderPackage(): Plugin {
  const packageJson = {
    name: 'xero-projects-recorder',
    version: project.version,
    description: 'Shows the requests that a Node server makes to the Xero Projects API in the Xero Projects Inspector.',
    license: project.license,
    type: 'module',
    engines: { node: '>=18.19' },
    exports: { '.': { types: './index.d.ts', default: './index.mjs' } },
    types: './index.d.ts',
    files: ['index.mjs', 'index.d.ts'],
  };
  return {
    name: 'recorder-package',
    generateBundle() {
      const add = (fileName: string, source: string) => this.emitFile({ type: 'asset', fileName, source });
      add('package.json', `${JSON.stringify(packageJson, null, 2)}\n`);
      for (const file of ['index.d.ts', 'README.md']) add(file, readFileSync(`src/recorder/package/${file}`, 'utf8'));
      add('LICENSE', readFileSync('LICENSE', 'utf8'));
    },
  };
}
