// Builds one of the two extensions: `vite build --mode chrome` or `--mode firefox`, into dist/<mode>.
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
      // The panel is named only in `panels.create`, where the bundler cannot see it.
      rolldownOptions: {
        input: { panel: 'extension/panel.html' },
        output: { codeSplitting: { groups: firstFiles } },
      },
    },
    // A module is read once in each process, not for each file of tests: they leave nothing behind for one another.
    test: {
      include: ['src/**/*.test.{ts,tsx}', 'e2e/**/*.test.ts'],
      environment: 'node',
      isolate: false,
      // Vitest leaves a core to others of itself: of two, half.
      maxWorkers: '100%',
      // Those that try hundreds of cases take seconds on a machine that has other work too.
      testTimeout: 30_000,
    },
  };
});

/**
 * What both pages need at first, and the libraries: by itself the bundler makes nine files of these and the panel, each of which costs the
 * first picture some 3 ms. Libraries and what the DevTools page needs stay apart, for they must not bring the panel with them.
 */
const firstFiles = [
  { name: 'preact', tags: ['$initial' as const], test: /node_modules[\\/]@?preact/, priority: 1 },
  // Not what is only needed where calls are heard: it knows secrets by many names, and what can be wrong with a mapping.
  {
    name: 'core',
    tags: ['$initial' as const],
    test: /preload-helper|src[\\/](core[\\/](?!(?:redact|secrets|mappings)[\\/])|catalogue[\\/]|panel[\\/]host[\\/])/,
  },
];

/** The one manifest without the keys that only the other browser knows. */
function manifestFor(browser: 'chrome' | 'firefox'): ManifestV3Export {
  const { browser_specific_settings, minimum_chrome_version, ...shared } = source;
  return (
    browser === 'firefox' ? { ...shared, browser_specific_settings } : { ...shared, minimum_chrome_version }
  ) as ManifestV3Export;
}
