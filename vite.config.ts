// Builds the extension of one browser into dist/<mode>: `vite build --mode chrome` or `--mode firefox`.
import { crx, type ManifestV3Export } from '@crxjs/vite-plugin';
import { defineConfig } from 'vite';
import source from './manifest.json' with { type: 'json' };

export default defineConfig(({ mode }) => {
  const browser = mode === 'firefox' ? 'firefox' : 'chrome';
  return {
    plugins: process.env.VITEST ? [] : [crx({ manifest: manifestFor(browser), browser })],
    oxc: { jsx: { importSource: 'preact' } },
    build: {
      outDir: `dist/${browser}`,
      emptyOutDir: true,
      target: browser === 'firefox' ? 'firefox140' : 'chrome126',
      // The polyfill for module preloading calls `fetch`, which the extension's CSP forbids.
      modulePreload: { polyfill: false },
      // The panel's page is only referenced in `panels.create`, which the bundler can't follow.
      rolldownOptions: {
        input: { panel: 'extension/panel.html' },
        output: { codeSplitting: { groups: initialChunks } },
      },
    },
    // Each process loads a module once, not once per test file. The tests share no state.
    test: {
      include: ['src/**/*.test.{ts,tsx}', 'e2e/**/*.test.ts'],
      environment: 'node',
      isolate: false,
      // By default Vitest leaves one core free, which is half of a two-core machine.
      maxWorkers: '100%',
      // Property tests take seconds on a busy machine.
      testTimeout: 30_000,
    },
  };
});

/**
 * The scripts of the first paint. The bundler's default is nine or more, each of which delays the first paint by some 3 ms. Libraries and
 * the code of the DevTools page are separate, so that they don't load the panel.
 */
const initialChunks = [
  { name: 'preact', tags: ['$initial' as const], test: /node_modules[\\/]@?preact/, priority: 1 },
  // Redaction, secrets and mapping validation are needed only by the DevTools page and by lazy chunks.
  {
    name: 'core',
    tags: ['$initial' as const],
    test: /preload-helper|src[\\/](core[\\/](?!(?:redact|secrets|mappings)[\\/])|catalogue[\\/]|panel[\\/]host[\\/])/,
  },
  // By default, each module that the panel shares with lazy chunks may become a chunk of its own.
  { name: 'panel', tags: ['$initial' as const], test: /src[\\/]panel[\\/]/ },
];

/** manifest.json without the keys that only the other browser supports. */
function manifestFor(browser: 'chrome' | 'firefox'): ManifestV3Export {
  const { browser_specific_settings, minimum_chrome_version, ...shared } = source;
  return (
    browser === 'firefox' ? { ...shared, browser_specific_settings } : { ...shared, minimum_chrome_version }
  ) as ManifestV3Export;
}
