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
      rolldownOptions: { input: { panel: 'extension/panel.html' } },
    },
    // A module is read once in each process, not for each file of tests: they leave nothing behind for one another.
    test: { include: ['src/**/*.test.{ts,tsx}', 'e2e/**/*.test.ts'], environment: 'node', isolate: false },
  };
});

/** The one manifest without the keys that only the other browser knows. */
function manifestFor(browser: 'chrome' | 'firefox'): ManifestV3Export {
  const { browser_specific_settings, minimum_chrome_version, ...shared } = source;
  return (
    browser === 'firefox' ? { ...shared, browser_specific_settings } : { ...shared, minimum_chrome_version }
  ) as ManifestV3Export;
}
