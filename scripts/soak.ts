// `npm run soak`: what the product survives, in large numbers. `npm run soak -- log` runs one part. SOAK_SHARE=0.1 runs a tenth.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTool } from './run-tool.ts';

const folder = mkdtempSync(join(tmpdir(), 'xero-soak-'));
const figures = join(folder, 'figures.txt');
process.env.SOAK_SHARE ??= '1';
process.env.SOAK_FIGURES = figures;

/** Needs browsers; the other parts are tests. */
const requests = 'requests';
const parts = process.argv.slice(2);
const tests = parts.filter((part) => part !== requests).map((part) => `e2e/soak/${part}`);

if (parts.length === 0 || tests.length > 0) {
  const files = tests.length > 0 ? tests : ['e2e/soak'];
  process.exitCode = await runTool('vitest', ['run', '--testTimeout=0', ...files]);
}
if (parts.length === 0 || parts.includes(requests)) await runRequests();
try {
  console.log(`\n${readFileSync(figures, 'utf8')}`);
} catch {
  console.log('\nNo part has ended, so there are no figures.');
}
rmSync(folder, { recursive: true });

async function runRequests(): Promise<void> {
  const { soakRequests } = await import('../e2e/soak/requests.ts');
  for (const [browser, mode] of [
    ['chromium', 'chrome'],
    ['firefox', 'firefox'],
  ] as const) {
    const isBuilt = (await runTool('vite', ['build', '--mode', mode, '--logLevel', 'warn'])) === 0;
    if (!isBuilt || !(await soakRequests(browser))) process.exitCode = 1;
  }
}
